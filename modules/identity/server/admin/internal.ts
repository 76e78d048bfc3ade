import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { instant, secretText } from '#contract/schema.ts'
import {
  exampleId,
  impersonate,
  impersonationEnded,
  impersonationStarted,
  Me,
  SessionId,
  stopImpersonating,
  UserId,
} from '../../contract.ts'

const session = z.object({ me: Me, session: secretText(), expiresAt: instant() })

/** Begins a session in which an administrator acts as somebody. */
export const startImpersonation = defineCommand({
  name: 'admin.start-impersonation',
  summary: 'Begin a session in which an administrator acts as somebody',
  access: 'system',
  input: z.strictObject({ id: UserId, sessionId: SessionId.nullable(), userAgent: z.string().max(300) }),
  output: session,
  errors: {
    'user-not-found': impersonate.errors['user-not-found'],
    'not-yourself': impersonate.errors['not-yourself'],
    'admin-refused': impersonate.errors['admin-refused'],
    'no-session': impersonate.errors['no-session'],
  },
  emits: [impersonationStarted],
  example: { id: exampleId, sessionId: exampleId, userAgent: 'test' },
})

/** Ends such a session and goes back to the administrator's own, under a new secret. */
export const stopImpersonation = defineCommand({
  name: 'admin.stop-impersonation',
  summary: 'End the session in which an administrator acts as somebody',
  access: 'system',
  input: z.strictObject({ sessionId: SessionId }),
  output: session,
  errors: { 'not-impersonating': stopImpersonating.errors['not-impersonating'] },
  emits: [impersonationEnded],
  example: { sessionId: exampleId },
})
