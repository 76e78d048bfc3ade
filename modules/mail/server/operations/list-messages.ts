import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import { fromInstant } from '#base/time.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listMessages } from '../../contract.ts'
import { query, type MailTables, type MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'
import { labelsOf } from '../store/find-message.ts'
import { toSummary } from '../store/to-summary.ts'

export default query(listMessages, async ({ db, actor }, input) => {
  const { cursor, limit, place, unread, starred, hasAttachment, labelId, threadId, importId, from, after, before } =
    input
  const last = readCursor(cursor, ['number', 'string'])
  if (last instanceof Failure) return last

  const [date, id] = labelId
    ? (['mail_message_label.date_at', 'mail_message_label.message_id'] as const)
    : (['mail_message.date_at', 'mail_message.id'] as const)
  let rows = (labelId ? labelled(db, labelId) : (db.selectFrom('mail_message') as Messages))
    .selectAll('mail_message')
    .where('mail_message.owner_id', '=', ownerOf(actor))
    .orderBy(date, 'desc')
    .orderBy(id, 'desc')
    .limit(limit + 1)
  // Flags are written out rather than bound: partial indexes serve only what the statement itself says.
  rows = rows.where('place', place ? '=' : '!=', place ?? COPY_PLACE)
  if (place === 'inbox') rows = rows.where((e) => e.not(e.exists(snoozeOf(e))))
  if (unread !== undefined) rows = rows.where('seen', '=', (e) => e.lit(unread ? 0 : 1))
  if (starred !== undefined) rows = rows.where('starred', '=', (e) => e.lit(starred ? 1 : 0))
  if (hasAttachment !== undefined) rows = rows.where('has_attachments', '=', (e) => e.lit(hasAttachment ? 1 : 0))
  if (threadId) rows = rows.where('thread_id', '=', threadId)
  if (importId) rows = rows.where('import_id', '=', importId)
  if (from) rows = rows.where('from_address', '=', from)
  if (after) rows = rows.where(date, '>=', fromInstant(after))
  if (before) rows = rows.where(date, '<', fromInstant(before))
  if (last) rows = rows.where(rowBefore([date, id], last, 'desc'))

  const found: MessageRow[] = await rows.execute()
  const labels = await labelsOf(
    db,
    found.map((row) => row.id),
  )
  return toPage(
    found,
    limit,
    (row) => toSummary(row, labels.get(row.id) ?? []),
    (row) => [row.date_at, row.id],
  )
})

/** Only where a label is asked for, its rows are there to be ordered by. */
type Messages = SelectQueryBuilder<MailTables, 'mail_message' | 'mail_message_label', {}>

/** A label's messages in the order of its own index. A cross join keeps SQLite from turning the walk round. */
function labelled(db: ReadDatabase<MailTables>, labelId: string): Messages {
  return db
    .selectFrom('mail_message_label')
    .crossJoin('mail_message')
    .where('mail_message_label.label_id', '=', labelId)
    .whereRef('mail_message.id', '=', 'mail_message_label.message_id')
}

/** What hides a message of the inbox: its thread is snoozed. */
function snoozeOf(e: ExpressionBuilder<MailTables, 'mail_message'>) {
  return e
    .selectFrom('mail_attention')
    .select('mail_attention.thread_id')
    .whereRef('mail_attention.thread_id', '=', 'mail_message.thread_id')
    .where('snoozed_until', 'is not', null)
}
