import { fromInstant } from '#base/time.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listMessages } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { labelsOf } from '../store/find-message.ts'
import { toSummary } from '../store/to-summary.ts'

export default query(listMessages, async ({ db, actor }, input) => {
  const { cursor, limit, place, unread, starred, hasAttachment, labelId, threadId, importId, from, after, before } = input
  const last = readCursor(cursor, ['number', 'string'])
  if (last instanceof Failure) return last

  let rows = db
    .selectFrom('mail_message')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .orderBy('date_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (place) rows = rows.where('place', '=', place)
  if (unread !== undefined) rows = rows.where('seen', '=', unread ? 0 : 1)
  if (starred !== undefined) rows = rows.where('starred', '=', starred ? 1 : 0)
  if (hasAttachment !== undefined) rows = rows.where('has_attachments', '=', hasAttachment ? 1 : 0)
  if (threadId) rows = rows.where('thread_id', '=', threadId)
  if (importId) rows = rows.where('import_id', '=', importId)
  if (from) rows = rows.where('from_address', '=', from)
  if (after) rows = rows.where('date_at', '>=', fromInstant(after))
  if (before) rows = rows.where('date_at', '<', fromInstant(before))
  if (labelId) {
    rows = rows.where('id', 'in', (inner) => inner.selectFrom('mail_message_label').select('message_id').where('label_id', '=', labelId))
  }
  if (last) rows = rows.where(rowBefore(['date_at', 'id'], last, 'desc'))

  const found = await rows.execute()
  const labels = await labelsOf(db, found.map(({ id }) => id))
  return toPage(found, limit, (row) => toSummary(row, labels.get(row.id) ?? []), (row) => [row.date_at, row.id])
})
