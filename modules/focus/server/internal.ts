import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, nothing } from '#contract/schema.ts'
import { bellRang, SessionId } from '../contract.ts'

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

const bell = z.strictObject({ id: SessionId, bellAt: instant() })

/** Looks after a bell: a moment after it is due. */
export const ringBellJob = defineJob({
  name: 'focus.ring',
  summary: 'Tell of the bell of a focus session',
  input: bell,
})

/** Tells of a bell unless it was heard, or the session has moved on. */
export const ringBell = defineCommand({
  name: 'focus.ring-bell',
  summary: 'Tell of a bell that nobody has heard',
  access: 'system',
  input: bell,
  output: z.object({ told: boolean }),
  emits: [bellRang],
  example: { id: '01933b6e-8f00-7000-8000-000000000001', bellAt: '2026-11-21T09:25:00.000Z' },
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
