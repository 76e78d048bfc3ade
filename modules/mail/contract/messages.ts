import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, instant, integer, noInput, page, pageInput, text } from '#contract/schema.ts'
import { SearchBodies, searchBodiesInput, SearchDocuments, searchDocumentsInput } from '../../search/contract.ts'
import { messageChanged } from './events.ts'
import {
  ImportId,
  LabelId,
  Message,
  MessageId,
  MessageSummary,
  Place,
  Thread,
  ThreadId,
  ThreadSummary,
} from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const notFound = { 'message-not-found': 'There is no such message' } as const
const flag = z.stringbool().or(boolean)

export const listMessages = defineQuery({
  name: 'mail.list',
  summary: 'List messages, newest first',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    place: Place.optional(),
    unread: flag.optional(),
    starred: flag.optional(),
    hasAttachment: flag.optional(),
    labelId: LabelId.optional(),
    threadId: ThreadId.optional(),
    importId: ImportId.optional(),
    from: z.string().max(320).optional().describe('An exact address'),
    after: instant().optional(),
    before: instant().optional(),
  }),
  output: page(MessageSummary),
  http: 'GET /emails',
  cli: { name: 'mail list' },
  example: { place: 'inbox' },
})

export const getMessage = defineQuery({
  name: 'mail.get',
  summary: 'Read one message',
  access: 'member',
  input: z.strictObject({ id: MessageId }),
  output: Message,
  errors: notFound,
  http: 'GET /emails/{id}',
  cli: { name: 'mail show', positional: ['id'] },
  example: { id: exampleId },
})

export const listThreads = defineQuery({
  name: 'mail.list-threads',
  summary: 'List threads, the one with the newest message first',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    place: Place.default('inbox'),
    unread: flag.optional(),
    starred: flag.optional(),
    labelId: LabelId.optional(),
  }),
  output: page(ThreadSummary),
  http: 'GET /threads',
  cli: { name: 'mail threads' },
  agent: { pinned: true },
  example: { place: 'inbox' },
})

export const getThread = defineQuery({
  name: 'mail.get-thread',
  summary: 'Read one thread with its messages, oldest first',
  access: 'member',
  input: z.strictObject({ id: ThreadId }),
  output: Thread,
  errors: { 'thread-not-found': 'There is no such thread' },
  http: 'GET /threads/{id}',
  cli: { name: 'mail thread', positional: ['id'] },
  agent: { pinned: true },
  example: { id: exampleId },
})

export const modifyMessages = defineCommand({
  name: 'mail.modify',
  summary: 'Read, star, move or label messages, or all messages of threads',
  access: 'member',
  input: z.strictObject({
    messageIds: z.array(MessageId).max(500).default([]),
    threadIds: z.array(ThreadId).max(100).default([]),
    seen: z.boolean().optional(),
    starred: z.boolean().optional(),
    place: Place.optional(),
    within: Place.optional().describe('Of threads, only the messages that lie in this place'),
    addLabels: z.array(LabelId).max(20).default([]),
    removeLabels: z.array(LabelId).max(20).default([]),
  }),
  output: z.object({
    changed: z.array(MessageId),
    before: z
      .array(z.object({ id: MessageId, seen: boolean, starred: boolean, place: Place }))
      .describe('How the changed messages were, for an undo by mail.restore-flags'),
  }),
  errors: {
    ...notFound,
    'thread-not-found': 'There is no such thread',
    'label-not-found': 'There is no such label',
    'nothing-selected': { message: 'Name at least one message or thread', kind: 'validation' },
    'too-many-messages': { message: 'That is more than 5,000 messages at once', kind: 'validation' },
  },
  http: 'POST /emails/modify',
  cli: { name: 'mail modify', positional: ['messageIds'] },
  emits: [messageChanged],
  example: { messageIds: [exampleId], seen: true },
})

export const restoreFlags = defineCommand({
  name: 'mail.restore-flags',
  summary: 'Put messages back as they were before a change',
  access: 'member',
  input: z.strictObject({
    before: z
      .array(z.strictObject({ id: MessageId, seen: boolean, starred: boolean, place: Place }))
      .min(1)
      .max(5000),
  }),
  output: z.object({ changed: z.array(MessageId) }),
  errors: notFound,
  http: 'POST /emails/restore-flags',
  emits: [messageChanged],
  example: { before: [{ id: exampleId, seen: false, starred: false, place: 'inbox' }] },
})

export const trashMessage = defineCommand({
  name: 'mail.trash',
  summary: 'Move one message to the trash',
  access: 'member',
  input: z.strictObject({ id: MessageId, rev: z.number().int().min(1).optional() }),
  output: MessageSummary,
  errors: { ...notFound, 'already-trashed': 'That message is in the trash' },
  http: 'DELETE /emails/{id}',
  cli: { name: 'mail trash', positional: ['id'] },
  emits: [messageChanged],
  example: { id: exampleId },
})

export const getMailbox = defineQuery({
  name: 'mail.counts',
  summary: 'Count threads and unread messages in each place',
  access: 'member',
  input: noInput,
  output: z.object({
    items: z.array(z.object({ place: Place, messages: integer, unread: integer })),
  }),
  http: 'GET /mailboxes',
  cli: { name: 'mail counts' },
  example: {},
})

export const mailSearchDocuments = defineQuery({
  name: 'mail.search-documents',
  summary: 'Messages as search keeps them',
  access: 'system',
  input: searchDocumentsInput,
  output: SearchDocuments,
  example: { ids: [exampleId] },
})

export const mailSearchBodies = defineQuery({
  name: 'mail.search-bodies',
  summary: 'The texts of messages, for snippets',
  access: 'system',
  input: searchBodiesInput,
  output: SearchBodies,
  example: { ids: [exampleId] },
})

export const describeMessages = defineQuery({
  name: 'mail.describe',
  summary: 'Subjects of messages, for links and timelines',
  access: 'member',
  input: z.strictObject({ ids: z.array(text).max(200) }),
  output: z.object({ items: z.array(z.object({ id: text, title: text })) }),
  http: 'POST /emails/describe',
  cli: { name: 'mail describe', positional: ['ids'] },
  example: { ids: [exampleId] },
})
