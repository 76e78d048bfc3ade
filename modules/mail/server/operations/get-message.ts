import { zstdDecompressSync } from 'node:zlib'
import { getMessage, type Message } from '../../contract.ts'
import { query, type ContentRow, type MessageDetails } from '../database.ts'
import { MAX_TEXT } from '../import/max-text.ts'
import { readHeaders } from '../mime/read-headers.ts'
import { findMessage, labelsOf } from '../store/find-message.ts'
import { toAttachment } from '../store/to-attachment.ts'
import { toSummary } from '../store/to-summary.ts'

export default query(getMessage, async ({ db, actor, fail }, { id }) => {
  const row = await findMessage(db, actor, id)
  if (!row) return fail('message-not-found')
  const content = await db.selectFrom('mail_content').selectAll().where('message_id', '=', id).executeTakeFirstOrThrow()
  const attachments = await db.selectFrom('mail_attachment').selectAll().where('message_id', '=', id).orderBy('id').execute()
  const labels = await labelsOf(db, [id])
  const details = JSON.parse(content.details) as MessageDetails
  const text = content.text ? zstdDecompressSync(content.text).toString() : ''
  return {
    ...toSummary(row, labels.get(id) ?? []),
    ...details,
    messageId: row.message_id,
    text,
    hasHtml: content.has_html === 1,
    attachments: attachments.map(toAttachment),
    headers: headersOf(content),
    truncated: text.length >= MAX_TEXT,
  }
})

/** The headers are read from the source each time: nothing is kept twice. */
function headersOf(content: ContentRow): Message['headers'] {
  return readHeaders(zstdDecompressSync((content.source ?? content.head)!))
}
