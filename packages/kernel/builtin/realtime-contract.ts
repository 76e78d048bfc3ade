import { z } from 'zod'
import { defineEndpoint, defineStream } from '#contract/operation.ts'
import { instant, noInput, secretText } from '#contract/schema.ts'
import { PlacedEvent } from '#contract/socket-frames.ts'

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
    PlacedEvent,
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
  input: noInput,
  output: z.object({ ticket: secretText(), expiresAt: instant() }).meta({ id: 'Ticket' }),
  http: 'POST /realtime/tickets',
  cli: { name: 'realtime ticket' },
  agent: { confirm: 'always' },
  example: {},
})
