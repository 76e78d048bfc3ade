import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { instant, secretText } from '#contract/schema.ts'
import {
  accountCreated,
  accountLocked,
  addressVerified,
  exampleId,
  invitationAccepted,
  Me,
  memberJoined,
  passwordChanged,
  profileChanged,
  register,
  Scope,
  secondFactorChanged,
  sessionEnded,
  SessionId,
  sessionStarted,
  setPassword,
  tooManyAttempts,
  UserId,
  verifyAddress,
  WorkspaceId,
} from '../contract.ts'

const who = { userId: UserId, workspaceId: WorkspaceId }
const exampleWho = { userId: exampleId, workspaceId: exampleId }
const linkErrors = verifyAddress.errors

/** What signing in has to know of an account. */
export const Account = z.object({
  ...who,
  name: z.string(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  passwordHash: secretText().nullable(),
  /** Sealed; null where no authenticator is on. */
  totp: secretText().nullable(),
  recoveryCodes: z.number().int(),
  passkeys: z.array(z.object({ credentialId: z.string(), transports: z.array(z.string()) })),
})
export type Account = z.infer<typeof Account>

/** Finds an account by address or by id. One that is suspended or member of nothing is not found. */
export const findAccount = defineQuery({
  name: 'identity.find-account',
  summary: 'What signing in has to know of an account',
  access: 'system',
  input: z.strictObject({ email: z.string().optional(), userId: UserId.optional() }),
  output: z.object({ account: Account.nullable() }),
  example: { email: 'ada@example.test' },
})

/** Counts a try before it is made, so that a thousand at once are a thousand. */
export const takeAttempt = defineCommand({
  name: 'identity.take-attempt',
  summary: 'Count a try to sign in, or refuse it',
  access: 'system',
  input: z.strictObject({ account: z.string(), address: z.string() }),
  output: z.object({ locks: z.boolean() }),
  errors: tooManyAttempts,
  example: { account: 'ada@example.test', address: '127.0.0.1' },
})

/** Takes a try back that succeeded. */
export const forgiveAttempt = defineCommand({
  name: 'identity.forgive-attempt',
  summary: 'Forget failed tries after a right one',
  access: 'system',
  input: z.strictObject({ account: z.string(), address: z.string() }),
  output: z.object({}),
  example: { account: 'ada@example.test', address: '127.0.0.1' },
})

export const noteLock = defineCommand({
  name: 'identity.note-lock',
  summary: 'Tell the owner of an account that its password waits',
  access: 'system',
  input: z.strictObject({ userId: UserId.nullable() }),
  output: z.object({}),
  emits: [accountLocked],
  example: { userId: exampleId },
})

/** Begins a session, using up in the same transaction whatever was shown for it. */
export const startSession = defineCommand({
  name: 'identity.start-session',
  summary: 'Begin a session',
  access: 'system',
  input: z.strictObject({
    ...who,
    userAgent: z.string().max(300),
    kind: z.enum(['web', 'client']).default('web'),
    client: z.string().optional(),
    scopes: z.array(Scope).optional(),
    challenge: secretText().optional(),
    totpStep: z.number().int().optional(),
    recoveryCode: secretText().optional(),
    passkeyId: z.string().optional(),
    passkeyCounter: z.number().int().optional(),
  }),
  output: z.object({
    me: Me,
    sessionId: SessionId,
    /** The cookie's value, or the first refresh token of a client. */
    secret: secretText(),
    expiresAt: instant(),
  }),
  errors: { 'proof-used': { message: 'What was shown for this was used already', kind: 'auth' } },
  emits: [sessionStarted, secondFactorChanged],
  example: { ...exampleWho, userAgent: 'test' },
})

/** Gives a session a new secret and notes that its person has proved who they are. */
export const renewSession = defineCommand({
  name: 'identity.renew-session',
  summary: 'Confirm who somebody is and give their session a new secret',
  access: 'system',
  input: z.strictObject({
    sessionId: SessionId,
    passkeyId: z.string().optional(),
    passkeyCounter: z.number().int().optional(),
  }),
  output: z.object({ me: Me, secret: secretText(), expiresAt: instant() }),
  errors: { 'proof-used': { message: 'What was shown for this was used already', kind: 'auth' } },
  example: { sessionId: exampleId },
})

export const createChallenge = defineCommand({
  name: 'identity.create-challenge',
  summary: 'Remember what a second step will answer',
  access: 'system',
  input: z.strictObject({
    purpose: z.enum(['login', 'passkey-register', 'passkey-sign-in']),
    userId: UserId.nullable(),
    value: z.string().max(2000),
  }),
  output: z.object({ secret: secretText() }),
  example: { purpose: 'login', userId: exampleId, value: '' },
})

export const readChallenge = defineQuery({
  name: 'identity.read-challenge',
  summary: 'Read a challenge that is still good',
  access: 'system',
  input: z.strictObject({ secret: secretText(), purpose: z.enum(['login', 'passkey-register', 'passkey-sign-in']) }),
  output: z.object({ found: z.object({ userId: UserId.nullable(), value: z.string() }).nullable() }),
  example: { secret: 'secret', purpose: 'login' },
})

/** Uses a challenge up, and answers it once. */
export const takeChallenge = defineCommand({
  name: 'identity.take-challenge',
  summary: 'Use a challenge up',
  access: 'system',
  input: readChallenge.input,
  output: readChallenge.output,
  example: { secret: 'secret', purpose: 'passkey-sign-in' },
})

/** Keeps a registration until its address is proved, and mails the link; or mails that there is an account. */
export const keepRegistration = defineCommand({
  name: 'identity.keep-registration',
  summary: 'Keep a registration until its address is proved',
  access: 'system',
  input: z.strictObject({ email: z.string(), name: z.string(), passwordHash: secretText() }),
  output: z.object({}),
  example: { email: 'ada@example.test', name: 'Ada', passwordHash: 'hash' },
})

/** Makes an account for whoever holds an invitation. */
export const registerInvited = defineCommand({
  name: 'identity.register-invited',
  summary: 'Make an account with an invitation',
  access: 'system',
  input: z.strictObject({
    email: z.string(),
    name: z.string(),
    passwordHash: secretText(),
    invitation: secretText(),
  }),
  output: z.object(who),
  errors: {
    'invitation-not-valid': register.errors['invitation-not-valid'],
    'already-registered': register.errors['already-registered'],
  },
  emits: [accountCreated, invitationAccepted, memberJoined],
  example: { email: 'ada@example.test', name: 'Ada', passwordHash: 'hash', invitation: 'secret' },
})

export const useVerification = defineCommand({
  name: 'identity.use-verification',
  summary: 'Take the secret that proves an address',
  access: 'system',
  input: z.strictObject({ secret: secretText() }),
  output: z.object({ email: z.string() }),
  errors: linkErrors,
  emits: [accountCreated, addressVerified],
  example: { secret: 'secret' },
})

/** Sends a link that proves the address of an account, or another one that it is to have. */
export const sendVerification = defineCommand({
  name: 'identity.send-verification',
  summary: 'Mail a link that proves an address',
  access: 'system',
  input: z.strictObject({ userId: UserId, email: z.string() }),
  output: z.object({}),
  example: { userId: exampleId, email: 'ada@example.test' },
})

/** Notes that somebody asked for a reset; the answer and its time are the same for every address. */
export const noteResetRequest = defineCommand({
  name: 'identity.note-reset-request',
  summary: 'Note that a reset was asked for',
  access: 'system',
  input: z.strictObject({ email: z.string() }),
  output: z.object({}),
  example: { email: 'ada@example.test' },
})

export const sendReset = defineCommand({
  name: 'identity.send-reset',
  summary: 'Mail a link to choose a new password, where there is an account',
  access: 'system',
  input: z.strictObject({ email: z.string() }),
  output: z.object({ sent: z.boolean() }),
  example: { email: 'ada@example.test' },
})

/** Whose password a reset link is for. The link is not used up. */
export const readReset = defineQuery({
  name: 'identity.read-reset',
  summary: 'Whose password a reset link is for',
  access: 'system',
  input: z.strictObject({ secret: secretText() }),
  output: z.object({
    found: z.object({ ...who, name: z.string(), email: z.string().nullable() }).nullable(),
  }),
  example: { secret: 'secret' },
})

/** Keeps a new password, ends what the old one opened, and uses up the link that allowed it. */
export const keepPassword = defineCommand({
  name: 'identity.keep-password',
  summary: 'Keep a new password and end other sessions',
  access: 'system',
  input: z.strictObject({
    userId: UserId,
    passwordHash: secretText(),
    how: z.enum(['set', 'change', 'reset']),
    link: secretText().optional(),
    keepSession: SessionId.optional(),
    name: z.string().optional(),
    email: z.string().optional(),
  }),
  output: z.object({}),
  errors: {
    'link-not-valid': linkErrors['link-not-valid'],
    'address-not-available': setPassword.errors['address-not-available'],
    'already-set': setPassword.errors['already-set'],
  },
  emits: [passwordChanged, sessionEnded, profileChanged],
  example: { userId: exampleId, passwordHash: 'hash', how: 'change' },
})

/** Gives an account another address at once, where no mail can prove it. */
export const keepAddress = defineCommand({
  name: 'identity.keep-address',
  summary: 'Change the address of an account',
  access: 'system',
  input: z.strictObject({ userId: UserId, email: z.string() }),
  output: z.object({}),
  errors: { 'address-not-available': setPassword.errors['address-not-available'] },
  emits: [profileChanged],
  example: { userId: exampleId, email: 'ada@example.test' },
})

/** Deletes what has run out: challenges, links, counters, refresh tokens, sessions, mails that were sent. */
export const tidy = defineCommand({
  name: 'identity.tidy',
  summary: 'Delete what has run out',
  access: 'system',
  input: z.strictObject({}),
  output: z.object({}),
  example: {},
})

/** Has `tidy` done once an hour. */
export const tidyHourly = defineJob({
  name: 'identity.tidy-hourly',
  summary: 'Delete what has run out',
  input: z.object({}),
  schedule: '17 * * * *',
})

/** The setting that says who may register. */
export const readRegistration = defineQuery({
  name: 'identity.read-registration',
  summary: 'Who may register',
  access: 'system',
  input: z.strictObject({}),
  output: z.object({ registration: z.enum(['closed', 'invited', 'open']) }),
  example: {},
})

/** What was shown to begin a session, to be used up with it. */
export type Proof = Pick<
  z.input<typeof startSession.input>,
  'challenge' | 'totpStep' | 'recoveryCode' | 'passkeyId' | 'passkeyCounter'
>
