import { zstdDecompressSync } from 'node:zlib'
import { toInstantOrNull } from '#base/time.ts'
import { getMessage, type Message } from '../../contract.ts'
import { query, type MessageDetails } from '../database.ts'
import { clip } from '../import/clip.ts'
import { MAX_LISTED_SUBJECT, MAX_TEXT } from '../import/max-text.ts'
import { parseMailDate } from '../mime/dates.ts'
import { findMessage, labelsOf } from '../store/find-message.ts'
import { storedHeaders } from '../store/stored-headers.ts'
import { toAttachment } from '../store/to-attachment.ts'
import { toSummary } from '../store/to-summary.ts'

export default query(getMessage, async ({ db, actor, fail }, { id }) => {
  const row = await findMessage(db, actor, id)
  if (!row) return fail('message-not-found')
  const content = await db.selectFrom('mail_content').selectAll().where('message_id', '=', id).executeTakeFirstOrThrow()
  const attachments = await db
    .selectFrom('mail_attachment')
    .selectAll()
    .where('message_id', '=', id)
    .orderBy('id')
    .execute()
  const labels = await labelsOf(db, [id])
  const details = JSON.parse(content.details) as MessageDetails
  const headers = storedHeaders(content)
  const text = content.text ? zstdDecompressSync(content.text).toString() : ''
  return {
    ...toSummary(row, labels.get(id) ?? []),
    ...details,
    subject: wholeSubject(row.subject, headers),
    messageId: row.message_id,
    sentAt: sentAt(headers),
    text,
    hasHtml: content.has_html === 1,
    attachments: attachments.map(toAttachment),
    headers,
    truncated: text.length >= MAX_TEXT,
  }
})

/** Lists show the beginning of an endless subject, the message all of it. */
function wholeSubject(listed: string, headers: Message['headers']): string {
  return listed.length < MAX_LISTED_SUBJECT
    ? listed
    : clip(fieldOf(headers, 'subject') ?? listed, Number.MAX_SAFE_INTEGER)
}

function sentAt(headers: Message['headers']): string | null {
  const date = parseMailDate(fieldOf(headers, 'date') ?? '')
  return date === null || Math.abs(date) > LAST_INSTANT ? null : toInstantOrNull(date)
}

/** The end of the year 9999: beyond, RFC 3339 has no words. */
const LAST_INSTANT = Date.UTC(9999, 11, 31)

function fieldOf(headers: Message['headers'], wanted: string): string | undefined {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value
}
