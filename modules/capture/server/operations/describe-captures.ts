import { personOf } from '#kernel/actor.ts'
import { describeCaptures } from '../../contract.ts'
import { query } from '../database.ts'

export default query(describeCaptures, async ({ db, actor }, { ids }) => {
  const rows = await db
    .selectFrom('capture_capture')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where('person_id', '=', personOf(actor))
    .where('deleted_at', 'is', null)
    .execute()
  const titles = new Map(rows.map((row) => [row.id, row]))
  return { items: [...new Set(ids)].flatMap((id) => titles.get(id) ?? []) }
})
