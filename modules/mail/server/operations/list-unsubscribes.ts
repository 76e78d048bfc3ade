import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listUnsubscribes } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toUnsubscribe } from '../tidying/read-unsubscribe.ts'

export default query(listUnsubscribes, async ({ db, actor }, { cursor, limit }) => {
  const last = readCursor(cursor, ['string'])
  if (last instanceof Failure) return last

  let rows = db
    .selectFrom('mail_unsubscribe')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (last) rows = rows.where(rowBefore(['id'], last, 'desc'))
  return toPage(await rows.execute(), limit, toUnsubscribe, ({ id }) => [id])
})
