import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, nothing } from '#contract/schema.ts'
import { SessionId } from '../contract.ts'

/** What of a session counts as time of its task. */
export const readWork = defineQuery({
  name: 'focus.read-work',
  summary: 'Read the work of a session as it counts by now',
  access: 'system',
  input: z.strictObject({ id: SessionId }),
  output: z.object({
    taskId: id('tasks.task').nullable(),
    stretches: z.array(z.object({ startedAt: instant(), endedAt: instant() })),
    runsSince: instant().nullable().describe('Null once it has ended'),
  }),
  errors: { 'session-not-found': 'There is no such session' },
  example: { id: '01933b6e-8f00-7000-8000-000000000001' },
})

/** Erases sessions and thoughts: of a person, or of everybody in a workspace that is gone. */
export const eraseFocus = defineCommand({
  name: 'focus.erase',
  summary: 'Erase the sessions and thoughts of people who are gone',
  access: 'system',
  input: z.strictObject({ everybody: boolean }),
  output: nothing,
  example: { everybody: false },
})
