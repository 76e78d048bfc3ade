import { rowBefore } from '#kernel/database/raw.ts'
import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listEnergy } from '../../contract.ts'
import { query } from '../database.ts'
import { toCheckIn } from '../energy/to-check-in.ts'

export default query(listEnergy, async ({ db, actor }, { cursor, limit }) => {
  const after = readCursor(cursor, ['number', 'string'])
  if (after instanceof Failure) return after
  let rows = db
    .selectFrom('day_energy')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) rows = rows.where(rowBefore(['at', 'id'], after, 'desc'))
  return toPage(await rows.execute(), limit, toCheckIn, ({ at, id }) => [at, id])
})
