import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listNotices } from '../../contract.ts'
import { query } from '../database.ts'
import { toNotice } from '../to-notice.ts'

export default query(listNotices, async ({ db, actor }, { cursor, limit, unread }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after

  let select = db
    .selectFrom('notifications_notice')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (unread) select = select.where('read_at', 'is', null)
  if (after) select = select.where('id', '<', String(after[0]))
  return toPage(await select.execute(), limit, toNotice, (row) => [row.id])
})
