import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { id, instant, page, pageInput } from '#contract/schema.ts'
import { defineJob } from '#contract/job.ts'
import { SearchDocuments, searchDocumentsInput } from '../search/contract.ts'

export const MessageId = id('mail.message')
export const ThreadId = id('mail.thread')
export const LabelId = id('mail.label')
export const AttachmentId = id('mail.attachment')
export const ImportId = id('mail.import')

/** Where a message lies: every message is in exactly one place. */
export const Place = z.enum(['inbox', 'archive', 'trash'])
export type Place = z.infer<typeof Place>

export const Address = z.object({ name: z.string(), address: z.string() }).meta({ id: 'Address' })
export type Address = z.infer<typeof Address>

export const Label = z
  .object({ id: LabelId, name: z.string(), color: z.string().nullable(), messages: z.number().int() })
  .meta({ id: 'Label' })
export type Label = z.infer<typeof Label>

export const Attachment = z
  .object({
    id: AttachmentId,
    filename: z.string().nullable(),
    contentType: z.string(),
    size: z.number().int(),
    sha256: z.string(),
    inline: z.boolean(),
    contentId: z.string().nullable(),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>

/** A message as lists show it. */
export const MessageSummary = z
  .object({
    id: MessageId,
    rev: z.number().int(),
    threadId: ThreadId,
    from: Address.nullable(),
    to: z.array(Address),
    subject: z.string(),
    snippet: z.string(),
    date: instant(),
    size: z.number().int(),
    seen: z.boolean(),
    starred: z.boolean(),
    place: Place,
    hasAttachments: z.boolean(),
    labels: z.array(LabelId),
  })
  .meta({ id: 'MessageSummary' })
export type MessageSummary = z.infer<typeof MessageSummary>

/** A whole message: the summary, its text, and what else its headers say. */
export const Message = MessageSummary.extend({
  messageId: z.string().nullable().describe('The Message-ID header, without brackets'),
  sentAt: instant()
    .nullable()
    .describe('What the Date header says; `date` is bounded to what a list can be ordered by'),
  cc: z.array(Address),
  bcc: z.array(Address),
  replyTo: z.array(Address),
  text: z.string(),
  hasHtml: z.boolean().describe('Whether GET /emails/{id}/html has an HTML body; it answers a document either way'),
  attachments: z.array(Attachment),
  defects: z.array(z.string()).describe('What was broken in the source and how it was read'),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  truncated: z.boolean().describe('Whether the text was cut for being very long; the source has it all'),
}).meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

/** A thread as lists show it; counts are over the messages in the listed place. */
export const ThreadSummary = z
  .object({
    id: ThreadId,
    subject: z.string(),
    snippet: z.string(),
    participants: z.array(z.string()).describe('Names in order of appearance, newest last, at most five'),
    date: instant(),
    messages: z.number().int(),
    unread: z.number().int(),
    starred: z.boolean(),
    hasAttachments: z.boolean(),
    labels: z.array(LabelId),
  })
  .meta({ id: 'ThreadSummary' })
export type ThreadSummary = z.infer<typeof ThreadSummary>

export const Thread = z
  .object({
    id: ThreadId,
    subject: z.string(),
    messages: z.array(MessageSummary).describe('Oldest first, at most 500'),
  })
  .meta({ id: 'Thread' })
export type Thread = z.infer<typeof Thread>

export const ImportState = z.enum(['running', 'stopped', 'indexing', 'done', 'failed', 'undoing', 'undone'])
export const ImportFailure = z.object({ index: z.number().int(), code: z.string(), reason: z.string() })
/** An import: what was seen, stored, already there, and which items could not be read and why. */
export const Import = z
  .object({
    id: ImportId,
    name: z.string(),
    state: ImportState,
    seen: z.number().int(),
    stored: z.number().int(),
    duplicates: z.number().int(),
    failed: z.array(ImportFailure).describe('At most the first 100'),
    failures: z.number().int(),
    indexed: z.number().int(),
    bytes: z.object({ done: z.number(), total: z.number() }),
    job: z.uuid().nullable(),
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
    createdAt: instant(),
    finishedAt: instant().nullable(),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

const subject = z.object({ id: MessageId })
export const messageAdded = defineEvent({
  name: 'mail.message-added',
  summary: 'A message was stored',
  data: z.object({ id: MessageId, importId: ImportId.nullable() }),
})
export const messageChanged = defineEvent({
  name: 'mail.message-changed',
  summary: 'A message was read, starred, moved or labelled',
  data: subject,
})
export const messageRemoved = defineEvent({
  name: 'mail.message-removed',
  summary: 'A message was erased',
  data: subject,
})
export const importChanged = defineEvent({
  name: 'mail.import-changed',
  summary: 'An import began, ended or was undone',
  data: z.object({ id: ImportId }),
})
export const labelChanged = defineEvent({
  name: 'mail.label-changed',
  summary: 'A label was made, renamed or removed',
  data: z.object({ id: LabelId }),
})

export const importJob = defineJob({
  name: 'mail.import',
  summary: 'Read an uploaded archive into the store',
  input: z.object({ importId: ImportId }),
})
export const undoImportJob = defineJob({
  name: 'mail.undo-import',
  summary: 'Erase what an import stored',
  input: z.object({ importId: ImportId }),
})

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const notFound = { 'message-not-found': 'There is no such message' } as const
const importNotFound = { 'import-not-found': 'There is no such import' } as const
const flag = z.stringbool().or(z.boolean())
const started = z.object({ job: z.uuid(), import: ImportId })

export const importMail = defineCommand({
  name: 'mail.import',
  summary: 'Import mail from an uploaded mbox, .eml or tar of a Maildir, also gzipped',
  access: 'member',
  input: z.strictObject({ uploadId: id('kernel.upload'), label: z.string().trim().min(1).max(100).optional() }),
  output: started,
  errors: { 'upload-not-found': 'There is no such upload' },
  http: 'POST /imports/mail',
  cli: { name: 'import mail', positional: ['uploadId'], file: 'uploadId' },
  emits: [importChanged],
  example: { uploadId: exampleId },
  startsJob: true,
})

export const resumeImport = defineCommand({
  name: 'mail.resume-import',
  summary: 'Go on with an import that was stopped',
  access: 'member',
  input: z.strictObject({ id: ImportId }),
  output: started,
  errors: { ...importNotFound, 'already-finished': 'That import is not stopped' },
  http: 'POST /imports/{id}/resume',
  cli: { name: 'import resume', positional: ['id'] },
  emits: [importChanged],
  example: { id: exampleId },
  startsJob: true,
})

export const undoImport = defineCommand({
  name: 'mail.undo-import',
  summary: 'Erase the messages that an import brought',
  access: 'member',
  input: z.strictObject({ id: ImportId }),
  output: started,
  errors: {
    ...importNotFound,
    'already-undone': 'That import was undone',
    'still-running': { message: 'That import is still running', kind: 'conflict', remedy: 'Stop it first.' },
  },
  http: 'POST /imports/{id}/undo',
  cli: { name: 'import undo', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [importChanged],
  example: { id: exampleId },
  startsJob: true,
})

export const getImport = defineQuery({
  name: 'mail.get-import',
  summary: 'Read one import with its counts and failures',
  access: 'member',
  input: z.strictObject({ id: ImportId }),
  output: Import,
  errors: importNotFound,
  http: 'GET /imports/{id}',
  cli: { name: 'import show', positional: ['id'] },
  example: { id: exampleId },
})

export const listImports = defineQuery({
  name: 'mail.list-imports',
  summary: 'List your imports, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(Import),
  http: 'GET /imports',
  cli: { name: 'import list' },
  example: {},
})

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
      .array(z.object({ id: MessageId, seen: z.boolean(), starred: z.boolean(), place: Place }))
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
      .array(z.strictObject({ id: MessageId, seen: z.boolean(), starred: z.boolean(), place: Place }))
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
  input: z.strictObject({}),
  output: z.object({
    items: z.array(z.object({ place: Place, messages: z.number().int(), unread: z.number().int() })),
  }),
  http: 'GET /mailboxes',
  cli: { name: 'mail counts' },
  example: {},
})

export const listLabels = defineQuery({
  name: 'mail.list-labels',
  summary: 'List labels by name',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Label) }),
  http: 'GET /labels',
  cli: { name: 'label list' },
  example: {},
})

const labelName = z.string().trim().min(1, 'A label needs a name').max(100)

export const createLabel = defineCommand({
  name: 'mail.create-label',
  summary: 'Make a label',
  access: 'member',
  input: z.strictObject({
    name: labelName,
    color: z.enum(['yellow', 'green', 'pink', 'lilac', 'orange', 'red']).nullable().default(null),
  }),
  output: Label,
  errors: { 'already-a-label': 'There is a label of that name' },
  http: 'POST /labels',
  cli: { name: 'label add', positional: ['name'] },
  emits: [labelChanged],
  example: { name: 'Invoices' },
})

export const deleteLabel = defineCommand({
  name: 'mail.delete-label',
  summary: 'Remove a label; its messages stay',
  access: 'member',
  input: z.strictObject({ id: LabelId }),
  output: z.object({}),
  errors: { 'label-not-found': 'There is no such label' },
  http: 'DELETE /labels/{id}',
  cli: { name: 'label delete', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [labelChanged, messageChanged],
  example: { id: exampleId },
})

export const getMessageHtml = defineEndpoint({
  name: 'mail.html',
  summary: 'The message as a sanitised document for a sandboxed frame; remote images are blocked',
  access: 'member',
  input: z.strictObject({ id: MessageId }),
  output: z.string(),
  errors: notFound,
  http: 'GET /emails/{id}/html',
  example: { id: exampleId },
})

export const getMessageSource = defineEndpoint({
  name: 'mail.source',
  summary: 'The raw source of a message (RFC 5322), as it was received',
  access: 'member',
  input: z.strictObject({ id: MessageId }),
  output: z.string(),
  errors: notFound,
  http: 'GET /emails/{id}/source',
  example: { id: exampleId },
})

export const getAttachment = defineEndpoint({
  name: 'mail.attachment',
  summary: 'The bytes of an attachment, always as a download',
  access: 'member',
  input: z.strictObject({ id: AttachmentId }),
  output: z.string(),
  errors: { 'attachment-not-found': 'There is no such attachment' },
  http: 'GET /attachments/{id}',
  example: { id: exampleId },
})

export const mailSearchDocuments = defineQuery({
  name: 'mail.search-documents',
  summary: 'Messages as search keeps them',
  access: 'system',
  input: searchDocumentsInput,
  output: SearchDocuments,
  example: { ids: [exampleId] },
})

export const describeMessages = defineQuery({
  name: 'mail.describe',
  summary: 'Subjects of messages, for links and timelines',
  access: 'member',
  input: z.strictObject({ ids: z.array(z.string()).max(200) }),
  output: z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) }),
  http: 'POST /emails/describe',
  cli: { name: 'mail describe', positional: ['ids'] },
  example: { ids: [exampleId] },
})
