import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listPendingChanges } from '../../contract.ts'
import { query } from '../database.ts'
import { toPendingChange } from '../outbox/to-pending-change.ts'
import { ownerOf } from '../policy.ts'

export default query(listPendingChanges, async ({ db, actor }, { cursor, limit, state }) => {
  const last = readCursor(cursor, ['string'])
  if (last instanceof Failure) return last

  let rows = db
    .selectFrom('mail_outbox')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('state', 'in', state ? [state] : ['waiting', 'sending', 'refused'])
    .orderBy('id')
    .limit(limit + 1)
  if (last) rows = rows.where('id', '>', last[0] as string)
  return toPage(await rows.execute(), limit, toPendingChange, ({ id }) => [id])
})
