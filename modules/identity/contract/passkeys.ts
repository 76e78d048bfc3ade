import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, instant, noInput, nothing, secretText, text } from '#contract/schema.ts'
import { SignedIn } from './accounts.ts'
import { exampleId, PasskeyId, reauthenticationRequired } from './common.ts'
import { passkeyDeleted } from './events.ts'
import {
  exampleAssertion,
  exampleRegistration,
  PasskeyAssertion,
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
} from './passkey-shapes.ts'

const PasskeyName = z.string().trim().min(1).max(100)

export const Passkey = z
  .object({
    id: PasskeyId,
    name: text,
    createdAt: instant(),
    lastUsedAt: instant().nullable(),
    /** It is kept in an account of its maker and comes along to new devices. */
    synced: boolean,
  })
  .meta({ id: 'Passkey' })
export type Passkey = z.infer<typeof Passkey>

const passkeyErrors = {
  'passkeys-need-a-name': {
    message: 'Passkeys belong to a host name, and this address is a number',
    kind: 'precondition',
    remedy: 'Open Daybook under the name localhost, or under its public https address.',
  },
} as const

const passkeyRefused = {
  'passkey-refused': {
    message: 'That passkey could not be checked',
    kind: 'auth',
    remedy: 'Try again; each try is good once and for five minutes.',
  },
} as const

const passkeyNotFound = { 'passkey-not-found': 'There is no such passkey' } as const

export const beginPasskey = defineEndpoint({
  name: 'identity.passkey-begin',
  summary: 'Begin to add a passkey: what to hand to the browser',
  access: 'signed-in',
  personal: true,
  input: noInput,
  output: z.object({ challenge: secretText(), options: PasskeyCreationOptions }),
  errors: { ...passkeyErrors, ...reauthenticationRequired },
  http: 'POST /auth/passkeys/begin',
  aliases: ['POST /api/auth/passkeys/begin'],
  example: {},
})

export const finishPasskey = defineEndpoint({
  name: 'identity.passkey-finish',
  summary: 'Add the passkey that the browser made',
  access: 'signed-in',
  personal: true,
  input: z.strictObject({
    challenge: secretText(),
    credential: PasskeyRegistration,
    name: PasskeyName.default('Passkey'),
  }),
  output: Passkey,
  errors: { ...passkeyErrors, ...passkeyRefused, ...reauthenticationRequired },
  http: 'POST /auth/passkeys',
  aliases: ['POST /api/auth/passkeys'],
  example: { challenge: 'as-begun', credential: exampleRegistration, name: 'Laptop' },
})

export const beginPasskeySignIn = defineEndpoint({
  name: 'identity.passkey-sign-in-begin',
  summary: 'Begin to sign in, or to confirm who you are, with a passkey',
  access: 'anonymous',
  limit: 'auth',
  input: noInput,
  output: z.object({ challenge: secretText(), options: PasskeyRequestOptions }),
  errors: passkeyErrors,
  http: 'POST /auth/passkeys/sign-in/begin',
  aliases: ['POST /api/auth/passkeys/sign-in/begin'],
  example: {},
})

export const finishPasskeySignIn = defineEndpoint({
  name: 'identity.passkey-sign-in-finish',
  summary: 'Sign in with a passkey; whoever is signed in with this account confirms who they are',
  access: 'anonymous',
  limit: 'auth',
  input: z.strictObject({ challenge: secretText(), credential: PasskeyAssertion }),
  output: SignedIn,
  errors: { ...passkeyErrors, ...passkeyRefused },
  http: 'POST /auth/passkeys/sign-in',
  aliases: ['POST /api/auth/passkeys/sign-in'],
  example: { challenge: 'as-begun', credential: exampleAssertion },
})

export const listPasskeys = defineQuery({
  name: 'identity.list-passkeys',
  summary: 'List your passkeys',
  access: 'signed-in',
  input: noInput,
  output: z.object({ items: z.array(Passkey) }),
  http: 'GET /auth/passkeys',
  aliases: ['GET /api/auth/passkeys'],
  cli: { name: 'passkey list' },
  example: {},
})

export const renamePasskey = defineCommand({
  name: 'identity.rename-passkey',
  summary: 'Give a passkey another name',
  access: 'signed-in',
  personal: true,
  input: z.strictObject({ id: PasskeyId, name: PasskeyName }),
  output: Passkey,
  errors: passkeyNotFound,
  http: 'PATCH /auth/passkeys/{id}',
  aliases: ['PATCH /api/auth/passkeys/{id}'],
  cli: { name: 'passkey rename', positional: ['id', 'name'] },
  example: { id: exampleId, name: 'Phone' },
})

export const deletePasskey = defineCommand({
  name: 'identity.delete-passkey',
  summary: 'Delete a passkey; never the last way to sign in',
  access: 'signed-in',
  personal: true,
  input: z.strictObject({ id: PasskeyId }),
  output: nothing,
  errors: {
    ...passkeyNotFound,
    ...reauthenticationRequired,
    'last-way-in': {
      message: 'This is the only way into your account',
      kind: 'conflict',
      remedy: 'Set a password or add another passkey first.',
    },
  },
  http: 'DELETE /auth/passkeys/{id}',
  aliases: ['DELETE /api/auth/passkeys/{id}'],
  cli: { name: 'passkey delete', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [passkeyDeleted],
  example: { id: exampleId },
})
