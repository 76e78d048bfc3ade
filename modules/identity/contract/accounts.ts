import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, integer, noInput, nothing, secretText, text, textOrNull } from '#contract/schema.ts'
import {
  Email,
  mailNotConfigured,
  Me,
  passwordErrors,
  PasswordText,
  PersonName,
  reauthenticationRequired,
  signInErrors,
} from './common.ts'
import { profileChanged } from './events.ts'
import { PasskeyRequestOptions } from './passkey-shapes.ts'

/** What else an account asks for after its password. */
export const SecondFactor = z.enum(['totp', 'passkey', 'recovery'])
export type SecondFactor = z.infer<typeof SecondFactor>

/** Either a session, whose cookie comes with the answer, or the second factors to choose from and their challenge. */
export const SignedIn = z
  .object({
    me: Me.optional(),
    secondFactor: z.array(SecondFactor).optional(),
    challenge: secretText().optional(),
    passkeyOptions: PasskeyRequestOptions.optional(),
  })
  .meta({ id: 'SignedIn' })
export type SignedIn = z.infer<typeof SignedIn>

const linkNotValid = {
  'link-not-valid': {
    message: 'This link was used already or is too old',
    kind: 'auth',
    remedy: 'Ask for a new one.',
  },
} as const

export const signInOptions = defineEndpoint({
  name: 'identity.sign-in-options',
  summary: 'How one may sign in and register here',
  access: 'anonymous',
  limit: 'standard',
  input: noInput,
  output: z
    .object({
      registration: z.enum(['closed', 'invited', 'open']),
      /** Whether Daybook can send mail: without it nobody can reset a password alone. */
      mail: boolean,
    })
    .meta({ id: 'SignInOptions' }),
  http: 'GET /auth/options',
  aliases: ['GET /api/auth/options'],
  example: {},
})

export const register = defineEndpoint({
  name: 'identity.register',
  summary: 'Ask for an account; a mail with a link follows, or with an invitation a session at once',
  access: 'anonymous',
  limit: 'auth',
  input: z.strictObject({
    email: Email,
    name: PersonName,
    password: PasswordText,
    invitation: secretText().optional().describe('The secret of an invitation'),
  }),
  output: z.object({ next: z.enum(['verify-address', 'done']), me: Me.optional() }),
  errors: {
    ...passwordErrors,
    ...mailNotConfigured,
    'registration-closed': {
      message: 'Nobody can register here by themselves',
      kind: 'precondition',
      remedy: 'Ask an admin for an account or an invitation.',
    },
    'invitation-not-valid': {
      message: 'This invitation was used already, is too old or is for another address',
      kind: 'auth',
      remedy: 'Ask whoever invited you for a new one.',
    },
    'already-registered': {
      message: 'There is an account with this address already',
      remedy: 'Sign in, then open the invitation again.',
    },
  },
  http: 'POST /auth/register',
  aliases: ['POST /api/auth/register'],
  example: { email: 'ada@example.test', name: 'Ada', password: 'a long enough passphrase' },
})

export const login = defineEndpoint({
  name: 'identity.login',
  summary: 'Sign in with e-mail address and password',
  access: 'anonymous',
  limit: 'auth',
  input: z.strictObject({ email: Email, password: PasswordText }),
  output: SignedIn,
  errors: signInErrors,
  http: 'POST /auth/login',
  aliases: ['POST /api/auth/login'],
  example: { email: 'ada@example.test', password: 'a long enough passphrase' },
})

export const verifyAddress = defineEndpoint({
  name: 'identity.verify-address',
  summary: 'Prove an e-mail address with the secret that was sent to it',
  access: 'anonymous',
  limit: 'auth',
  input: z.strictObject({ secret: secretText() }),
  output: z.object({ email: text }),
  errors: linkNotValid,
  http: 'POST /auth/verify',
  aliases: ['POST /api/auth/verify'],
  example: { secret: 'the-part-after-the-hash' },
})

export const requestVerification = defineEndpoint({
  name: 'identity.request-verification',
  summary: 'Send a new link to an address that is not verified yet',
  access: 'signed-in',
  personal: true,
  limit: 'auth',
  input: noInput,
  output: nothing,
  errors: {
    ...mailNotConfigured,
    'already-verified': 'Your address is verified already',
    'no-address': { message: 'Your account has no e-mail address', kind: 'precondition', remedy: 'Add one first.' },
  },
  http: 'POST /auth/verify/request',
  aliases: ['POST /api/auth/verify/request'],
  example: {},
})

export const requestReset = defineEndpoint({
  name: 'identity.request-reset',
  summary: 'Send a link to choose a new password, if there is an account with this address',
  access: 'anonymous',
  limit: 'auth',
  input: z.strictObject({ email: Email }),
  output: nothing,
  errors: mailNotConfigured,
  http: 'POST /auth/reset/request',
  aliases: ['POST /api/auth/reset/request'],
  example: { email: 'ada@example.test' },
})

export const resetPassword = defineEndpoint({
  name: 'identity.reset-password',
  summary: 'Choose a new password with the secret of a reset link; every session ends',
  access: 'anonymous',
  limit: 'auth',
  input: z.strictObject({ secret: secretText(), password: PasswordText }),
  output: z.object({ email: textOrNull }),
  errors: { ...linkNotValid, ...passwordErrors },
  http: 'POST /auth/reset',
  aliases: ['POST /api/auth/reset'],
  example: { secret: 'the-part-after-the-hash', password: 'a long enough passphrase' },
})

export const changePassword = defineEndpoint({
  name: 'identity.change-password',
  summary: 'Change your password; your other sessions end',
  access: 'signed-in',
  personal: true,
  limit: 'auth',
  input: z.strictObject({ currentPassword: PasswordText, password: PasswordText }),
  output: nothing,
  errors: { ...signInErrors, ...passwordErrors, ...reauthenticationRequired },
  http: 'POST /auth/password',
  aliases: ['POST /api/auth/password'],
  example: { currentPassword: 'a long enough passphrase', password: 'another long enough passphrase' },
})

export const setPassword = defineEndpoint({
  name: 'identity.set-password',
  summary: 'Give an account its first password, with the name and address it goes with',
  access: 'signed-in',
  personal: true,
  limit: 'auth',
  input: z.strictObject({ email: Email, name: PersonName.optional(), password: PasswordText }),
  output: Me,
  errors: {
    ...passwordErrors,
    ...reauthenticationRequired,
    'already-set': { message: 'This account has a password', remedy: 'Change it instead.' },
    'address-not-available': { message: 'This address cannot be used here', kind: 'conflict' },
  },
  http: 'PUT /auth/password',
  aliases: ['PUT /api/auth/password'],
  example: { email: 'ada@example.test', name: 'Ada', password: 'a long enough passphrase' },
})

export const reauthenticate = defineEndpoint({
  name: 'identity.reauthenticate',
  summary: 'Confirm with your password that it is you; good for ten minutes',
  access: 'signed-in',
  personal: true,
  limit: 'auth',
  input: z.strictObject({ password: PasswordText }),
  output: z.object({ until: z.iso.datetime() }),
  errors: signInErrors,
  http: 'POST /auth/reauthenticate',
  aliases: ['POST /api/auth/reauthenticate'],
  example: { password: 'a long enough passphrase' },
})

export const updateProfile = defineCommand({
  name: 'identity.update-profile',
  summary: 'Change your name',
  access: 'signed-in',
  input: z.strictObject({ name: PersonName }),
  output: Me,
  http: 'PATCH /auth/profile',
  aliases: ['PATCH /api/auth/profile'],
  cli: { name: 'profile update', positional: ['name'] },
  emits: [profileChanged],
  example: { name: 'Ada' },
})

export const changeAddress = defineEndpoint({
  name: 'identity.change-address',
  summary: 'Change your e-mail address; where Daybook can send mail, once the new one is verified',
  access: 'signed-in',
  personal: true,
  limit: 'auth',
  input: z.strictObject({ email: Email }),
  output: z.object({ next: z.enum(['verify-address', 'done']) }),
  errors: {
    ...reauthenticationRequired,
    'address-not-available': { message: 'This address cannot be used here', kind: 'conflict' },
  },
  http: 'PUT /auth/address',
  aliases: ['PUT /api/auth/address'],
  example: { email: 'ada@example.test' },
})

export const getSecurity = defineQuery({
  name: 'identity.security',
  summary: 'How your account is protected: password, second factors, passkeys, what was confirmed when',
  access: 'signed-in',
  input: noInput,
  output: z
    .object({
      email: textOrNull,
      emailVerified: boolean,
      hasPassword: boolean,
      totp: boolean,
      recoveryCodesLeft: integer,
      passkeys: integer,
      /** Until when sensitive changes ask nothing; null when they ask now. */
      confirmedUntil: z.iso.datetime().nullable(),
      /** False for an owner without a password: nothing could be asked. */
      asksToConfirm: boolean,
    })
    .meta({ id: 'AccountSecurity' }),
  http: 'GET /auth/security',
  aliases: ['GET /api/auth/security'],
  cli: { name: 'account security' },
  example: {},
})
