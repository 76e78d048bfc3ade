import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listCaptures } from '../../contract.ts'
import { query } from '../database.ts'
import { toEntry } from '../to-capture.ts'

export default query(listCaptures, async ({ db, actor }, { cursor, limit, view }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after
  let select = db
    .selectFrom('capture_capture')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .where('deleted_at', view === 'deleted' ? 'is not' : 'is', null)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (view === 'open') select = select.where('state', '<>', 'closed')
  if (after) select = select.where('id', '<', String(after[0]))
  return toPage(await select.execute(), limit, toEntry, ({ id }) => [id])
})
