import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listThreads } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { threadsWithLabel } from '../store/threads-with-label.ts'
import { toThreads } from '../store/to-threads.ts'

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
  const threads = await toThreads(db, found)
  return toPage(
    found,
    limit,
    (row) => threads.get(row.thread_id)!,
    (row) => [row.date_at, row.thread_id],
  )
})
