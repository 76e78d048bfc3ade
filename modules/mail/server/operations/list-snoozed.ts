import { toInstant } from '#base/time.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listSnoozed } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toThreads } from '../store/to-threads.ts'
import { SNOOZED } from '../tidying/attention.ts'

export default query(listSnoozed, async ({ db, actor }, { cursor, limit }) => {
  const last = readCursor(cursor, ['number', 'string'])
  if (last instanceof Failure) return last

  let rows = db
    .selectFrom('mail_attention')
    // Crossed, so that what is snoozed leads: it is little beside all threads.
    .crossJoin('mail_thread_place')
    .selectAll('mail_thread_place')
    .select('mail_attention.snoozed_until')
    .where('mail_attention.owner_id', '=', ownerOf(actor))
    .where('mail_attention.snoozed_until', 'is not', null)
    .whereRef('mail_thread_place.thread_id', '=', 'mail_attention.thread_id')
    .where('mail_thread_place.place', '=', SNOOZED)
    .orderBy('mail_attention.snoozed_until')
    .orderBy('mail_attention.thread_id')
    .limit(limit + 1)
  if (last) rows = rows.where(rowBefore(['mail_attention.snoozed_until', 'mail_attention.thread_id'], last, 'asc'))

  const found = await rows.execute()
  const threads = await toThreads(db, found)
  return toPage(
    found,
    limit,
    ({ thread_id, snoozed_until }) => ({ ...threads.get(thread_id)!, until: toInstant(snoozed_until!) }),
    ({ thread_id, snoozed_until }) => [snoozed_until!, thread_id],
  )
})
