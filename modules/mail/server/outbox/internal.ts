import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand } from '#contract/operation.ts'
import { id, integer } from '#contract/schema.ts'
import { labelChanged, messageChanged } from '../../contract.ts'
import { changeRefused } from '../../contract/outbox.ts'
import type { Outcome, PushWork } from './push-work.ts'

const ConnectionId = id('connections.connection')
const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** Carries changes of an account to its server. One run a number works, however many are enqueued. */
export const pushJob = defineJob({
  name: 'mail.push',
  summary: 'Carry what was changed here to the server of an account',
  input: z.object({ connectionId: ConnectionId, generation: integer }),
  concurrency: 8,
})

/**
 * Takes the next changes to carry, with all that is known of their messages. A run that was killed takes its own again.
 * With nothing left the run's number is used up in the same transaction, so that what is changed next has its own.
 */
export const claimPushes = defineCommand({
  name: 'mail.claim-pushes',
  summary: 'Take changes of an account on their way',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId, generation: integer, limit: integer }),
  output: z.custom<PushWork>(),
  emits: [messageChanged],
  example: { connectionId: exampleId, generation: 0, limit: 200 },
})

/** Notes how changes fared, and where their messages lie now. What was refused is put back as the server has it. */
export const notePushes = defineCommand({
  name: 'mail.note-pushes',
  summary: 'Note how changes of an account fared',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId, outcomes: z.custom<Outcome[]>(Array.isArray) }),
  output: z.object({ refused: integer }),
  emits: [messageChanged, changeRefused],
  example: { connectionId: exampleId, outcomes: [] },
})

/**
 * Takes over what a server said of messages while changes of them were on their way, once a look that began after that
 * is over. Until then the look could have been older than the change.
 */
export const settleCarried = defineCommand({
  name: 'mail.settle-carried',
  summary: 'Take over how messages stand on a server after changes got there',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId, since: integer }),
  output: z.object({ settled: integer, left: integer }),
  emits: [messageChanged, labelChanged],
  example: { connectionId: exampleId, since: 0 },
})

/** Begins a run where changes of an account wait: after a pause, or once sync has found their messages. */
export const beginPush = defineCommand({
  name: 'mail.begin-push',
  summary: 'Begin to carry what waits in the outbox of an account',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId }),
  output: z.object({ job: z.uuid().nullable() }),
  example: { connectionId: exampleId },
})

/** Ends a run that could not go on; the next one begins later. */
export const postponePush = defineCommand({
  name: 'mail.postpone-push',
  summary: 'Carry the changes of an account later',
  access: 'system',
  input: z.strictObject({
    connectionId: ConnectionId,
    generation: integer,
    /** What it waits for: the server to be reachable, sync to find messages, or the account's owner. */
    until: z.enum(['reachable', 'synced', 'resumed']),
  }),
  output: z.object({ job: z.uuid().nullable() }),
  example: { connectionId: exampleId, generation: 0, until: 'reachable' },
})
