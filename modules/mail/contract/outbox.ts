import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, instant, integer, page, pageInput, text } from '#contract/schema.ts'
import { messageRemoved, outgoingRemoved } from './events.ts'
import { MessageId } from './records.ts'

const ConnectionId = id('connections.connection')
export const PendingChangeId = id('mail.pending-change')
const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const changeRefused = defineEvent({
  name: 'mail.change-refused',
  summary: 'A server refused a change of a message, which was put back',
  audience: 'person',
  data: z.object({ id: PendingChangeId, messageId: MessageId.nullable() }),
})

/** A change made here that is on its way to a server, or that the server refused. */
export const PendingChange = z
  .object({
    id: PendingChangeId,
    connectionId: ConnectionId,
    messageId: MessageId.nullable(),
    kind: z.enum(['change', 'append', 'expunge']),
    aspects: z
      .array(z.enum(['seen', 'starred', 'answered', 'place', 'labels']))
      .describe('What of the message was changed'),
    state: z.enum(['waiting', 'sending', 'refused']),
    attempts: integer,
    problem: z.object({ code: text, detail: text }).nullable(),
    at: instant(),
  })
  .meta({ id: 'PendingChange' })
export type PendingChange = z.infer<typeof PendingChange>

export const listPendingChanges = defineQuery({
  name: 'mail.list-pending-changes',
  summary: 'List changes that are on their way to a server, or were refused by it, oldest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, state: PendingChange.shape.state.optional() }),
  output: page(PendingChange),
  http: 'GET /emails/pending-changes',
  cli: { name: 'mail pending-changes' },
  example: {},
})

export const getPendingChange = defineQuery({
  name: 'mail.get-pending-change',
  summary: 'Read one change that is on its way to a server or was refused by it',
  access: 'member',
  input: z.strictObject({ id: PendingChangeId }),
  output: PendingChange,
  errors: { 'change-not-found': 'There is no such change' },
  http: 'GET /emails/pending-changes/{id}',
  example: { id: exampleId },
})

export const deleteMessages = defineCommand({
  name: 'mail.delete-forever',
  summary: 'Erase messages in the trash for good, also on the server',
  access: 'member',
  input: z.strictObject({ messageIds: z.array(MessageId).min(1).max(200) }),
  output: z.object({ deleted: z.array(MessageId) }),
  errors: {
    'message-not-found': 'There is no such message',
    'not-in-trash': {
      message: 'Only what is in the trash or in junk can be erased',
      kind: 'conflict',
      remedy: 'Move it to the trash first.',
    },
    'on-its-way': {
      message: 'One of these messages is just being moved on its server',
      kind: 'conflict',
      retryable: true,
      remedy: 'Try again in a moment.',
    },
  },
  http: 'POST /emails/delete-forever',
  cli: { name: 'mail delete-forever', positional: ['messageIds'] },
  agent: { confirm: 'always' },
  emits: [messageRemoved, outgoingRemoved],
  example: { messageIds: [exampleId] },
})
