import { z } from 'zod'
import { defineEndpoint, defineStream } from '#contract/operation.ts'
import { instant, secretText } from '#contract/schema.ts'

/** Something that happened, as subscribers are told of it: ids and neutral fields, no personal text. */
export const Event = z
  .object({
    id: z.string(),
    type: z.string().describe('The name of the event, such as tasks.completed'),
    subjectId: z.string().describe('Id of the record it happened to'),
    actorId: z.string().describe('Who did it'),
    at: instant(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' })
export type Event = z.infer<typeof Event>

export const watchEvents = defineStream({
  name: 'realtime.events',
  summary: 'Follow what happens, from a position on',
  access: 'signed-in',
  input: z.strictObject({
    types: z
      .array(z.string().min(1).max(100))
      .max(100)
      .optional()
      .describe('Names of events, or all of a module as "tasks.*"; everything you may see when left out'),
    after: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe('The last position you have seen; what happens from now on when left out'),
  }),
  output: z.union([
    z.object({ event: Event, position: z.number().int() }),
    z.object({ caughtUp: z.number().int().describe('Everything up to this position has been sent') }),
  ]),
  errors: {
    'event-type-not-found': 'There is no such event',
    'position-ahead': {
      message: 'That position has not been reached yet',
      kind: 'validation',
      remedy: 'Send the last position you were given, or none.',
    },
    'position-pruned': {
      message: 'Events after that position are not kept any more',
      kind: 'precondition',
      remedy: 'Read the records again, then follow without a position.',
    },
  },
  http: 'GET /events',
  cli: { name: 'events' },
  example: { types: ['jobs.changed'] },
})

export const createTicket = defineEndpoint({
  name: 'realtime.create-ticket',
  summary: 'Make a one-time ticket that opens a socket within 30 seconds',
  access: 'signed-in',
  input: z.strictObject({}),
  output: z.object({ ticket: secretText(), expiresAt: instant() }).meta({ id: 'Ticket' }),
  http: 'POST /realtime/tickets',
  cli: { name: 'realtime ticket' },
  agent: { confirm: 'always' },
  example: {},
})
