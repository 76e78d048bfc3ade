import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, nothing, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { ConnectionId } from '../../connections/contract.ts'
import { outgoingRemoved } from './events.ts'
import { headerText, IdentityId } from './identities.ts'
import { Address, AttachmentId, MessageId, ThreadId } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** What a message may be when it is sent; most servers take no more. */
export const SEND_LIMITS = {
  /** Bytes of all attachments of a message. */
  attachmentBytes: 25 * 1024 * 1024,
  attachments: 100,
  /** Recipients in to, cc and bcc together. */
  recipients: 500,
} as const

export const DraftId = id('mail.draft')
export const DraftAttachmentId = id('mail.draft-attachment')

/** How a draft began. */
export const DraftKind = z.enum(['new', 'reply', 'reply-all', 'reply-list', 'forward'])
export type DraftKind = z.infer<typeof DraftKind>

/** A file that goes with a draft. */
export const DraftAttachment = z
  .object({
    id: DraftAttachmentId,
    filename: text,
    contentType: text,
    size: integer,
    inline: z.boolean().describe('A picture within the HTML, by `cid:` and its content id'),
    contentId: textOrNull,
  })
  .meta({ id: 'DraftAttachment' })
export type DraftAttachment = z.infer<typeof DraftAttachment>

/** A message that is being written. */
export const Draft = z
  .object({
    id: DraftId,
    rev: integer,
    kind: DraftKind,
    connectionId: ConnectionId.nullable(),
    identityId: IdentityId.nullable(),
    to: z.array(Address),
    cc: z.array(Address),
    bcc: z.array(Address),
    subject: text,
    bodyText: z.string().describe('Sent as it is where there is no HTML; else the text is made from the HTML'),
    bodyHtml: z.string().nullable().describe('Sanitised'),
    inReplyTo: MessageId.nullable().describe('The message it answers or forwards'),
    attachments: z.array(DraftAttachment),
    conflictOf: DraftId.nullable().describe(
      'The draft that another window had changed, when this text was kept beside it',
    ),
    createdAt: instant(),
    updatedAt: instant(),
  })
  .meta({ id: 'Draft' })
export type Draft = z.infer<typeof Draft>

/** A draft as lists show it. */
export const DraftSummary = z
  .object({
    id: DraftId,
    rev: integer,
    kind: DraftKind,
    to: z.array(Address),
    subject: text,
    snippet: text,
    inReplyTo: MessageId.nullable(),
    hasAttachments: boolean,
    conflictOf: DraftId.nullable(),
    updatedAt: instant(),
  })
  .meta({ id: 'DraftSummary' })
export type DraftSummary = z.infer<typeof DraftSummary>

export const draftChanged = defineEvent({
  name: 'mail.draft-changed',
  summary: 'A draft was begun, changed, or given back',
  audience: 'person',
  data: z.object({ id: DraftId }),
})
export const draftRemoved = defineEvent({
  name: 'mail.draft-removed',
  summary: 'A draft was thrown away, or sent',
  audience: 'person',
  data: z.object({ id: DraftId }),
})

/** Addresses are checked when the draft is sent: one that is half written is kept too. */
const Recipient = z.strictObject({ name: headerText(500).default(''), address: headerText(320) })
const recipients = () => z.array(Recipient).max(SEND_LIMITS.recipients).optional()

const fields = {
  connectionId: ConnectionId.nullable().optional(),
  identityId: IdentityId.nullable().optional(),
  to: recipients(),
  cc: recipients(),
  bcc: recipients(),
  subject: headerText(2000).optional(),
  bodyText: z.string().max(400_000).optional().describe('Given without HTML, it replaces the HTML there is'),
  bodyHtml: z.string().max(500_000).nullable().optional().describe('The text is then made from it'),
}

const draftNotFound = { 'draft-not-found': 'There is no such draft' } as const
const identityNotFound = { 'identity-not-found': 'There is no such address to send from' } as const
const connectionNotFound = { 'connection-not-found': 'There is no such account' } as const
const messageNotFound = { 'message-not-found': 'There is no such message' } as const
const onItsWay = {
  'already-sending': {
    message: 'That draft is on its way',
    kind: 'conflict',
    remedy: 'Undo the sending first.',
  },
} as const
const tooMuch = {
  'attachments-too-large': {
    message: 'The attachments are larger than 25 MB together',
    kind: 'too-large',
    remedy: 'Send fewer files, or a link to them.',
  },
  'too-many-attachments': { message: 'A message takes at most 100 attachments', kind: 'validation' },
} as const

export const createDraft = defineCommand({
  name: 'mail.create-draft',
  summary: 'Begin a message to send',
  access: 'member',
  input: z.strictObject({
    ...fields,
    inReplyTo: MessageId.optional().describe('The message it answers: the thread goes on'),
    kind: DraftKind.exclude(['new']).optional().describe('How it takes up that message; an answer unless told'),
    signature: z.boolean().default(false).describe('Whether the signature of the address is put below the text'),
  }),
  output: Draft,
  errors: { ...identityNotFound, ...connectionNotFound, ...messageNotFound },
  http: 'POST /drafts',
  cli: { name: 'draft add' },
  emits: [draftChanged],
  example: { to: [{ name: 'Ben', address: 'ben@example.test' }], subject: 'Lunch', bodyText: 'At noon?' },
})

export const updateDraft = defineCommand({
  name: 'mail.update-draft',
  summary: 'Change a draft; what is not given stays',
  access: 'member',
  input: z.strictObject({
    id: DraftId,
    rev: z.number().int().min(1).optional().describe('The revision that was read; without one the last writer wins'),
    keepBoth: z
      .boolean()
      .default(false)
      .describe('Where the revision is stale, keep this text as a draft of its own, and answer that one'),
    ...fields,
  }),
  output: Draft,
  errors: { ...draftNotFound, ...identityNotFound, ...connectionNotFound, ...onItsWay },
  http: 'PATCH /drafts/{id}',
  cli: { name: 'draft update', positional: ['id'] },
  emits: [draftChanged],
  example: { id: exampleId, subject: 'Lunch on Friday' },
})

export const getDraft = defineQuery({
  name: 'mail.get-draft',
  summary: 'Read one draft',
  access: 'member',
  input: z.strictObject({ id: DraftId }),
  output: Draft,
  errors: draftNotFound,
  http: 'GET /drafts/{id}',
  cli: { name: 'draft show', positional: ['id'] },
  example: { id: exampleId },
})

export const listDrafts = defineQuery({
  name: 'mail.list-drafts',
  summary: 'List drafts, the one changed last first',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    threadId: ThreadId.optional().describe('Only answers to messages of a thread'),
  }),
  output: page(DraftSummary),
  http: 'GET /drafts',
  cli: { name: 'draft list' },
  example: {},
})

export const deleteDraft = defineCommand({
  name: 'mail.delete-draft',
  summary: 'Throw a draft away',
  access: 'member',
  input: z.strictObject({ id: DraftId, rev: z.number().int().min(1).optional() }),
  output: nothing,
  errors: { ...draftNotFound, ...onItsWay },
  http: 'DELETE /drafts/{id}',
  cli: { name: 'draft delete', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [draftRemoved, outgoingRemoved],
  example: { id: exampleId },
})

export const attach = defineEndpoint({
  name: 'mail.attach',
  summary: 'Put an uploaded file into a draft; all files together may have 25 MB',
  access: 'member',
  input: z.strictObject({
    draftId: DraftId,
    uploadId: id('kernel.upload'),
    filename: headerText(255).min(1).optional().describe("The upload's name unless given"),
    contentType: headerText(200)
      .regex(/^[\w.+-]+\/[\w.+-]+$/, 'This is not a media type')
      .optional()
      .describe('Read off the name unless given'),
    inline: z.boolean().default(false).describe('A picture within the HTML: it gets a content id for `cid:`'),
  }),
  output: Draft,
  errors: { ...draftNotFound, ...onItsWay, ...tooMuch, 'upload-not-found': 'There is no such upload' },
  http: 'POST /drafts/{draftId}/attachments',
  cli: { name: 'draft attach', positional: ['draftId', 'uploadId'], file: 'uploadId' },
  example: { draftId: exampleId, uploadId: exampleId },
})

export const detach = defineCommand({
  name: 'mail.detach',
  summary: 'Take a file out of its draft',
  access: 'member',
  input: z.strictObject({ id: DraftAttachmentId }),
  output: Draft,
  errors: { ...onItsWay, 'attachment-not-found': 'There is no such file in a draft' },
  http: 'DELETE /draft-attachments/{id}',
  cli: { name: 'draft detach', positional: ['id'] },
  emits: [draftChanged],
  example: { id: exampleId },
})

export const getDraftAttachment = defineEndpoint({
  name: 'mail.draft-attachment',
  summary: 'The bytes of a file in a draft, always as a download',
  access: 'member',
  input: z.strictObject({ id: DraftAttachmentId }),
  output: text,
  errors: { 'attachment-not-found': 'There is no such file in a draft' },
  http: 'GET /draft-attachments/{id}',
  example: { id: exampleId },
})

export const continueDraft = defineEndpoint({
  name: 'mail.continue-draft',
  summary: 'Go on here with a draft that another program left on the server; what is saved then takes its place',
  access: 'member',
  input: z.strictObject({ messageId: MessageId }),
  output: Draft,
  errors: {
    ...messageNotFound,
    ...tooMuch,
    'not-a-draft': { message: 'That message is no draft', kind: 'conflict' },
  },
  http: 'POST /emails/{messageId}/continue',
  cli: { name: 'draft continue', positional: ['messageId'] },
  example: { messageId: exampleId },
})

export const prepareReply = defineEndpoint({
  name: 'mail.prepare-reply',
  summary: 'Begin a draft that answers or forwards a message, with recipients, subject, quote and signature',
  access: 'member',
  input: z.strictObject({
    messageId: MessageId,
    kind: DraftKind.exclude(['new']),
    html: z.boolean().default(true).describe('Whether the draft has HTML; text alone where false'),
    attachmentIds: z
      .array(AttachmentId)
      .max(SEND_LIMITS.attachments)
      .optional()
      .describe('Of a forward, the files to send on; all of them unless given'),
    timeZone: z
      .string()
      .max(100)
      .optional()
      .describe('An IANA time zone for the date above the quote; UTC unless given'),
  }),
  output: Draft,
  errors: {
    ...messageNotFound,
    ...tooMuch,
    'attachment-not-found': 'There is no such attachment in the message',
    'not-a-list': { message: 'That message came from no mailing list one can write to', kind: 'validation' },
  },
  http: 'POST /emails/{messageId}/reply',
  cli: { name: 'mail reply', positional: ['messageId', 'kind'] },
  example: { messageId: exampleId, kind: 'reply' },
})
