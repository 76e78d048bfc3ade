import { z } from 'zod'
import { boolean, id, instant, integer, text, textOrNull } from '#contract/schema.ts'

export const MessageId = id('mail.message')
export const ThreadId = id('mail.thread')
export const LabelId = id('mail.label')
export const AttachmentId = id('mail.attachment')
export const ImportId = id('mail.import')

/** Where a message lies: every message is in exactly one place. */
export const Place = z.enum(['inbox', 'archive', 'sent', 'drafts', 'junk', 'trash'])
export type Place = z.infer<typeof Place>

export const Address = z.object({ name: text, address: text }).meta({ id: 'Address' })
export type Address = z.infer<typeof Address>

export const Label = z.object({ id: LabelId, name: text, color: textOrNull, messages: integer }).meta({ id: 'Label' })
export type Label = z.infer<typeof Label>

export const Attachment = z
  .object({
    id: AttachmentId,
    filename: textOrNull,
    contentType: text,
    size: integer,
    sha256: text,
    inline: boolean,
    contentId: textOrNull,
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>

/** A message as lists show it. */
export const MessageSummary = z
  .object({
    id: MessageId,
    rev: integer,
    threadId: ThreadId,
    from: Address.nullable(),
    to: z.array(Address),
    subject: text,
    snippet: text,
    date: instant(),
    size: integer,
    seen: boolean,
    starred: boolean,
    answered: boolean.describe('You have answered it, here or with another program'),
    place: Place,
    hasAttachments: boolean,
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
  text: text,
  hasHtml: z.boolean().describe('Whether GET /emails/{id}/html has an HTML body; it answers a document either way'),
  attachments: z.array(Attachment),
  defects: z.array(text).describe('What was broken in the source and how it was read'),
  headers: z.array(z.object({ name: text, value: text })),
  truncated: z.boolean().describe('Whether the text was cut for being very long; the source has it all'),
}).meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

/** A thread as lists show it; counts are over the messages in the listed place. */
export const ThreadSummary = z
  .object({
    id: ThreadId,
    subject: text,
    snippet: text,
    participants: z.array(text).describe('Names in order of appearance, newest last, at most five'),
    date: instant(),
    messages: integer,
    unread: integer,
    starred: boolean,
    answered: boolean.describe('You have answered one of its messages'),
    hasAttachments: boolean,
    labels: z.array(LabelId),
    returned: z
      .object({ reason: z.enum(['snooze', 'reminder']), at: instant(), note: textOrNull })
      .nullable()
      .describe('Why it stands on top though nobody wrote: a snooze that ended, or mail that nobody answered'),
  })
  .meta({ id: 'ThreadSummary' })
export type ThreadSummary = z.infer<typeof ThreadSummary>

export const Thread = z
  .object({
    id: ThreadId,
    subject: text,
    messages: z.array(MessageSummary).describe('Oldest first, at most 500'),
  })
  .meta({ id: 'Thread' })
export type Thread = z.infer<typeof Thread>

export const ImportState = z.enum(['running', 'stopped', 'indexing', 'done', 'failed', 'undoing', 'undone'])
export const ImportFailure = z.object({ index: integer, code: text, reason: text })
/** An import: what was seen, stored, already there, and which items could not be read and why. */
export const Import = z
  .object({
    id: ImportId,
    name: text,
    state: ImportState,
    seen: integer,
    stored: integer,
    duplicates: integer,
    failed: z.array(ImportFailure).describe('At most the first 100'),
    failures: integer,
    indexed: integer,
    bytes: z.object({ done: z.number(), total: z.number() }),
    job: z.uuid().nullable(),
    problem: z.object({ code: text, detail: text }).nullable(),
    createdAt: instant(),
    finishedAt: instant().nullable(),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>
