import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { createFilter, filterChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { readOwnFilter } from '../filter/read-own-filter.ts'
import type { FilterRow } from '../filters/tables.ts'
import { toFilter } from '../filters/to-filter.ts'
import { nameOrder } from '../name-order.ts'

export default command(createFilter, async ({ db, actor, changed, emit, fail, now }, { name, q, shared }) => {
  const read = await readOwnFilter(db, q, now())
  if (!read.ok) return fail('bad-query', read.fault)
  const row: FilterRow = {
    id: uuidv7(),
    rev: 1,
    person_id: personOf(actor),
    name,
    name_order: nameOrder(name),
    q,
    shared: Number(shared),
    created_at: now(),
  }
  await db.insertInto('tasks_filter').values(row).execute()
  emit(filterChanged, { id: row.id })
  const filter = toFilter(row, row.person_id)
  changed(null, filter)
  return filter
})
