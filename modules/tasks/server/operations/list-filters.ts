import { personOf } from '#kernel/actor.ts'
import { listFilters } from '../../contract.ts'
import { query } from '../database.ts'
import { toFilter } from '../filters/to-filter.ts'

export default query(
  listFilters,
  async ({ db, actor }) => {
    const personId = personOf(actor)
    const rows = await db
      .selectFrom('tasks_filter')
      .selectAll()
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('shared', '=', 1)]))
      .orderBy('name_order')
      .orderBy('id')
      .execute()
    return { items: rows.map((row) => toFilter(row, personId)) }
  },
  { single: true },
)
