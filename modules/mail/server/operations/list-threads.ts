import { toInstant } from '#base/time.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listThreads, type ThreadSummary } from '../../contract.ts'
import { query, type MailTables, type ThreadPlaceRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { threadsWithLabel } from '../store/threads-with-label.ts'

export default query(listThreads, async ({ db, actor }, { cursor, limit, place, unread, starred, labelId }) => {
  const last = readCursor(cursor, ['number', 'string'])
  if (last instanceof Failure) return last

  let rows = db
    .selectFrom('mail_thread_place')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('place', '=', place)
    .orderBy('date_at', 'desc')
    .orderBy('thread_id', 'desc')
    .limit(limit + 1)
  // Flags are written out rather than bound: partial indexes serve only what the statement itself says.
  if (unread !== undefined) rows = rows.where('has_unread', '=', (e) => e.lit(unread ? 1 : 0))
  if (starred !== undefined) rows = rows.where('starred', '=', (e) => e.lit(starred ? 1 : 0))
  if (labelId) rows = await threadsWithLabel(db, rows, labelId)
  if (last) rows = rows.where(rowBefore(['date_at', 'thread_id'], last, 'desc'))

  const found = await rows.execute()
  const labels = await labelsOfThreads(
    db,
    found.map(({ thread_id }) => thread_id),
  )
  return toPage(
    found,
    limit,
    (row) => toThread(row, [...(labels.get(row.thread_id) ?? [])]),
    (row) => [row.date_at, row.thread_id],
  )
})

async function labelsOfThreads(db: ReadDatabase<MailTables>, threadIds: string[]): Promise<Map<string, Set<string>>> {
  const labels = new Map<string, Set<string>>()
  if (threadIds.length === 0) return labels
  const rows = await db
    .selectFrom('mail_message')
    // Crossed, so that the threads lead: the other way round all labels of the workspace are walked.
    .crossJoin('mail_message_label')
    .select(['mail_message.thread_id', 'mail_message_label.label_id'])
    .where('mail_message.thread_id', 'in', threadIds)
    .whereRef('mail_message_label.message_id', '=', 'mail_message.id')
    .execute()
  for (const { thread_id, label_id } of rows) labels.set(thread_id, (labels.get(thread_id) ?? new Set()).add(label_id))
  return labels
}

function toThread(row: ThreadPlaceRow, labels: string[]): ThreadSummary {
  return {
    id: row.thread_id,
    subject: row.subject,
    snippet: row.snippet,
    participants: JSON.parse(row.participants) as string[],
    date: toInstant(row.date_at),
    messages: row.messages,
    unread: row.unread,
    starred: row.starred === 1,
    hasAttachments: row.has_attachments === 1,
    labels,
  }
}
