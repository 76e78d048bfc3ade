import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { PasskeyId, SessionId, UserId } from './common.ts'

export const accountCreated = defineEvent({
  name: 'identity.account-created',
  summary: 'Somebody registered and their address is verified',
  data: z.object({ id: UserId }),
})
export const addressVerified = defineEvent({
  name: 'identity.address-verified',
  summary: 'A person proved that an e-mail address is theirs',
  audience: 'person',
  data: z.object({ id: UserId }),
})
export const passwordChanged = defineEvent({
  name: 'identity.password-changed',
  summary: 'A password was set, changed or reset',
  audience: 'person',
  data: z.object({ id: UserId, how: z.enum(['set', 'change', 'reset']) }),
})
export const accountLocked = defineEvent({
  name: 'identity.account-locked',
  summary: 'Too many failed tries to sign in: the password waits, a passkey or a reset does not',
  audience: 'person',
  data: z.object({ id: UserId }),
})
export const secondFactorChanged = defineEvent({
  name: 'identity.second-factor-changed',
  summary: 'Codes of an authenticator were turned on or off, or recovery codes were made or used',
  audience: 'person',
  data: z.object({ id: UserId, change: z.enum(['on', 'off', 'codes-made', 'code-used']) }),
})
export const passkeyAdded = defineEvent({
  name: 'identity.passkey-added',
  summary: 'A passkey was registered',
  audience: 'person',
  data: z.object({ id: PasskeyId }),
})
export const passkeyDeleted = defineEvent({
  name: 'identity.passkey-deleted',
  summary: 'A passkey was deleted',
  audience: 'person',
  data: z.object({ id: PasskeyId }),
})
export const refreshReused = defineEvent({
  name: 'identity.refresh-reused',
  summary: 'A refresh token came back after its successor was used: its session was ended, as if stolen',
  audience: 'person',
  data: z.object({ id: SessionId }),
})
export const profileChanged = defineEvent({
  name: 'identity.profile-changed',
  summary: 'A person changed their name or address',
  data: z.object({ id: UserId }),
})
