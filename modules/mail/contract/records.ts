import { z } from 'zod'
import { id, instant } from '#contract/schema.ts'

export const MessageId = id('mail.message')
export const ThreadId = id('mail.thread')
export const LabelId = id('mail.label')
export const AttachmentId = id('mail.attachment')
export const ImportId = id('mail.import')

/** Where a message lies: every message is in exactly one place. */
export const Place = z.enum(['inbox', 'archive', 'sent', 'drafts', 'junk', 'trash'])
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
    returned: z
      .object({ reason: z.enum(['snooze', 'reminder']), at: instant(), note: z.string().nullable() })
      .nullable()
      .describe('Why it stands on top though nobody wrote: a snooze that ended, or mail that nobody answered'),
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
