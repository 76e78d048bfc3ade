import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, text } from '#contract/schema.ts'
import { connectionChanged, consentLost } from './events.ts'
import { connectionNotFound } from './errors.ts'
import { Connection, ConnectionId, ConnectionProblem, ConnectionState, exampleId } from './records.ts'

/** One account of the person it is called for, for jobs of other modules. No secrets. */
export const readConnection = defineQuery({
  name: 'connections.read',
  summary: 'Read an account for work in the background',
  access: 'system',
  input: z.strictObject({ id: ConnectionId }),
  output: Connection,
  errors: connectionNotFound,
  example: { id: exampleId },
})

/** Every account of this Daybook with its owner, for schedules and for the start. */
export const listAllConnections = defineQuery({
  name: 'connections.list-all',
  summary: 'The accounts of everybody, by id alone',
  access: 'system',
  input: z.strictObject({
    after: z.string().max(100).default('').describe('The last id of the page before'),
    limit: z.number().int().min(1).max(1000).default(500),
  }),
  output: z.object({
    items: z.array(z.object({ id: text, userId: text, workspaceId: text })),
  }),
  example: {},
})

/**
 * Notes how synchronising goes: `at` is when all was fetched last, in epoch milliseconds. Others are told only when
 * state or problem is another. A paused account stays paused, and one that needs its owner stays so until a sync
 * worked (`state: 'active'`).
 */
export const noteSync = defineCommand({
  name: 'connections.note-sync',
  summary: 'Note the state of an account',
  access: 'system',
  input: z.strictObject({
    id: ConnectionId,
    state: ConnectionState.exclude(['paused']).optional(),
    problem: ConnectionProblem.nullable().optional(),
    at: z.number().int().optional(),
  }),
  output: z.object({ changed: boolean }),
  errors: connectionNotFound,
  emits: [connectionChanged, consentLost],
  example: { id: exampleId, state: 'active', problem: null, at: 1_780_000_000_000 },
})
