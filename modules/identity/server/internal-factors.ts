import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { secretText } from '#contract/schema.ts'
import {
  confirmTotp,
  exampleId,
  finishPasskey,
  Passkey,
  passkeyAdded,
  PasskeyId,
  secondFactorChanged,
  UserId,
} from '../contract.ts'

/** Whether an account has a password or a passkey to be asked for. */
export const readProvable = defineQuery({
  name: 'identity.read-provable',
  summary: 'Whether an account has anything to be asked for',
  access: 'system',
  input: z.strictObject({ userId: UserId }),
  output: z.object({ provable: z.boolean() }),
  example: { userId: exampleId },
})

export const findPasskey = defineQuery({
  name: 'identity.find-passkey',
  summary: 'Find a passkey by its credential id',
  access: 'system',
  input: z.strictObject({ credentialId: z.string() }),
  output: z.object({
    found: z
      .object({
        id: PasskeyId,
        userId: UserId,
        credentialId: z.string(),
        publicKey: z.string(),
        counter: z.number().int(),
      })
      .nullable(),
  }),
  example: { credentialId: 'AQID' },
})

export const addPasskey = defineCommand({
  name: 'identity.add-passkey',
  summary: 'Keep a passkey whose making was checked',
  access: 'system',
  input: z.strictObject({
    userId: UserId,
    credentialId: z.string(),
    publicKey: z.string(),
    counter: z.number().int(),
    transports: z.array(z.string()),
    synced: z.boolean(),
    name: z.string(),
  }),
  output: Passkey,
  errors: { 'passkey-refused': finishPasskey.errors['passkey-refused'] },
  emits: [passkeyAdded],
  example: {
    userId: exampleId,
    credentialId: 'AQID',
    publicKey: 'oA',
    counter: 0,
    transports: [],
    synced: false,
    name: 'Laptop',
  },
})

/** The secret of an authenticator that is being set up. */
export const keepTotp = defineCommand({
  name: 'identity.keep-totp',
  summary: 'Keep the secret of an authenticator until its first code',
  access: 'system',
  input: z.strictObject({ userId: UserId, secret: secretText() }),
  output: z.object({ kept: z.boolean() }),
  example: { userId: exampleId, secret: 'JBSWY3DP' },
})

export const readPendingTotp = defineQuery({
  name: 'identity.read-pending-totp',
  summary: 'Read the authenticator that is being set up',
  access: 'system',
  input: z.strictObject({ userId: UserId }),
  output: z.object({ sealed: secretText().nullable() }),
  example: { userId: exampleId },
})

export const turnTotpOn = defineCommand({
  name: 'identity.turn-totp-on',
  summary: 'Turn an authenticator on after its first code',
  access: 'system',
  input: z.strictObject({ userId: UserId, step: z.number().int() }),
  output: z.object({ recoveryCodes: z.array(secretText()) }),
  errors: { 'no-authenticator': confirmTotp.errors['no-authenticator'] },
  emits: [secondFactorChanged],
  example: { userId: exampleId, step: 1 },
})

/** Writes into the audit that somebody showed what was not right; for an address that nobody has as well. */
export const noteFailure = defineCommand({
  name: 'identity.note-failure',
  summary: 'Write down a try to sign in that failed',
  access: 'system',
  input: z.strictObject({ userId: UserId.nullable(), shown: z.enum(['password', 'totp']) }),
  output: z.object({}),
  example: { userId: exampleId, shown: 'password' },
})
