import { createHash } from 'node:crypto'
import { constants, zstdCompressSync } from 'node:zlib'
import { canonicalSource } from '../archive/canonical-source.ts'
import { parseMessage } from '../mime/parse-message.ts'
import type { MailAddress, ParsedMessage } from '../mime/types.ts'
import { messageIds } from '../threading/message-ids.ts'
import { linkedIds } from '../threading/plan-threads.ts'
import { clip, clipOrNull } from './clip.ts'
import { MAX_LISTED_SUBJECT, MAX_TEXT } from './max-text.ts'
import { headLength } from './head-length.ts'
import { MAX_SNIPPET, toSnippet } from './snippet.ts'
import type { PreparedMessage } from './prepared-message.ts'

/** Sources from this size on lie in files instead of rows. */
const LARGE_BYTES = 256 * 1024
const MAX_HEAD_BYTES = 256 * 1024
const FIRST_DATE = Date.UTC(1900, 0, 1)
const LAST_DATE = Date.UTC(2200, 0, 1)

/** Reads one source into what the store keeps. Never throws: broken mail is kept as well as can be. */
export function prepareMessage(source: Uint8Array, receivedAt: number | null): PreparedMessage {
  const parsed = parseMessage(source)
  const large = source.byteLength >= LARGE_BYTES
  const text = clip(parsed.text, MAX_TEXT)
  const enclosed = clip(enclosedText(parsed), MAX_TEXT)
  const ids = idFields(parsed)
  const messageId = idsOf(ids['message-id'])[0] ?? null
  const linked = linkedIds(idsOf(ids.references), idsOf(ids['in-reply-to']))
  return {
    hash: createHash('sha256').update(canonicalSource(source)).digest('hex'),
    messageId,
    linked,
    subject: clip(parsed.subject, MAX_LISTED_SUBJECT),
    from: parsed.from[0] ? toAddress(parsed.from[0]) : parsed.sender[0] ? toAddress(parsed.sender[0]) : null,
    to: parsed.to.map(toAddress),
    cc: parsed.cc.map(toAddress),
    bcc: parsed.bcc.map(toAddress),
    replyTo: parsed.replyTo.map(toAddress),
    date: dateOf(parsed, receivedAt),
    snippet: clip(toSnippet(text), MAX_SNIPPET),
    size: source.byteLength,
    hasHtml: parsed.html !== null,
    listId: clipOrNull(parsed.list.id, 1000),
    defects: parsed.defects,
    source: large ? null : compress(source),
    large: large ? new Uint8Array(source) : null,
    head: large ? compress(headOf(source)) : null,
    text: text === '' ? null : compress(Buffer.from(text)),
    enclosedText: enclosed === '' ? null : compress(Buffer.from(enclosed)),
    attachments: parsed.attachments.map((attachment) => ({
      partId: attachment.partId,
      filename: clipOrNull(attachment.filename, 1000),
      contentType: clip(attachment.contentType, 300),
      size: attachment.size,
      sha256: attachment.sha256,
      inline: attachment.disposition !== 'attachment' && attachment.contentId !== null,
      contentId: clipOrNull(attachment.contentId, 1000),
    })),
  }
}

/** What the messages inside this one say: found by a search, shown when they are opened. */
function enclosedText({ enclosed }: ParsedMessage): string {
  return enclosed
    .filter(({ inline }) => !inline)
    .map(({ subject, from, text }) =>
      [subject, ...from.map(({ name, address }) => `${name} ${address}`), text].join('\n'),
    )
    .join('\n\n')
}

/** The date people see; where the sender's is missing or impossible, the time of receipt. */
function dateOf(parsed: ParsedMessage, receivedAt: number | null): number {
  for (const date of [parsed.date, parsed.receivedAt, receivedAt]) {
    if (date !== null && date >= FIRST_DATE && date < LAST_DATE) return date
  }
  return 0
}

type IdField = 'message-id' | 'references' | 'in-reply-to'
const ID_FIELDS: Readonly<Record<number, IdField[]>> = { 10: ['message-id', 'references'], 11: ['in-reply-to'] }

/** The first of each field that names messages. Most fields are passed by for their length alone. */
function idFields({ headers }: ParsedMessage): Partial<Record<IdField, string>> {
  const found: Partial<Record<IdField, string>> = {}
  for (const { name, value } of headers) {
    const field = ID_FIELDS[name.length]?.find((key) => name.toLowerCase() === key)
    if (field) found[field] ??= value
  }
  return found
}

function idsOf(value: string | undefined): string[] {
  return messageIds(value).map((id) => clip(id, 1000))
}

function headOf(source: Uint8Array): Uint8Array {
  return source.subarray(0, Math.min(headLength(source), MAX_HEAD_BYTES))
}

function toAddress({ name, address }: MailAddress) {
  return { name: clip(name, 500), address: clip(address, 500) }
}

/** Level 1: a third of the size at the price of a copy. Copied out, since a clone takes the whole buffer behind a view. */
function compress(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }))
}
