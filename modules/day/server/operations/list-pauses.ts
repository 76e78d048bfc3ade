import { rowBefore } from '#kernel/database/raw.ts'
import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listPauses } from '../../contract.ts'
import { query } from '../database.ts'
import { toPause } from '../ritual/pauses.ts'

export default query(listPauses, async ({ db, actor }, { cursor, limit }) => {
  const after = readCursor(cursor, ['string', 'string'])
  if (after instanceof Failure) return after
  let rows = db
    .selectFrom('day_pause')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) rows = rows.where(rowBefore(['from_day', 'id'], after, 'desc'))
  return toPage(await rows.execute(), limit, toPause, ({ from_day, id }) => [from_day, id])
})
