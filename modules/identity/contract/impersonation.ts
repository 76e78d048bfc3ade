import { z } from 'zod'
import { defineEndpoint } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { noInput } from '#contract/schema.ts'
import { exampleId, Me, UserId } from './common.ts'
import { userNotFound, notYourself } from './admin-users.ts'

export const impersonationStarted = defineEvent({
  name: 'identity.impersonation-started',
  summary: 'An administrator began to act as somebody',
  audience: 'admin',
  data: z.object({ id: UserId, by: UserId }),
})

export const impersonationEnded = defineEvent({
  name: 'identity.impersonation-ended',
  summary: 'An administrator stopped acting as somebody',
  audience: 'admin',
  data: z.object({ id: UserId, by: UserId }),
})

export const impersonate = defineEndpoint({
  name: 'admin.impersonate',
  summary: 'Act as somebody for at most 30 minutes; both names stand in the audit log',
  access: 'instance-admin',
  input: z.strictObject({ id: UserId }),
  output: Me,
  errors: {
    ...userNotFound,
    ...notYourself,
    'admin-refused': { message: 'Nobody acts as another administrator', kind: 'forbidden' },
    'no-session': {
      message: 'This needs a session of the web app',
      kind: 'unprocessable',
      remedy: 'Sign in with a browser.',
    },
  },
  http: 'POST /admin/users/{id}/impersonate',
  example: { id: exampleId },
})

export const stopImpersonating = defineEndpoint({
  name: 'admin.stop-impersonating',
  summary: 'Be yourself again',
  access: 'signed-in',
  input: noInput,
  output: Me,
  errors: { 'not-impersonating': { message: 'You are yourself already', kind: 'conflict' } },
  http: 'POST /admin/impersonation/stop',
  example: {},
})
