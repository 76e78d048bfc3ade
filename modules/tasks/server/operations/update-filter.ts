import { personOf } from '#kernel/actor.ts'
import { filterChanged, updateFilter } from '../../contract.ts'
import { command } from '../database.ts'
import { readOwnFilter } from '../filter/read-own-filter.ts'
import { findOwnFilter } from '../filters/find-filter.ts'
import { toFilter } from '../filters/to-filter.ts'
import { nameOrder } from '../name-order.ts'
import { isStale, staleDetail } from '../revision.ts'

export default command(updateFilter, async ({ db, actor, changed, emit, fail, now }, { id, rev, name, q, shared }) => {
  const personId = personOf(actor)
  const before = await findOwnFilter(db, personId, id)
  if (!before) return fail('filter-not-found')
  if (isStale(before, rev)) return fail('stale-revision', { detail: staleDetail(before) })
  const read = await readOwnFilter(db, q, now())
  if (!read.ok) return fail('bad-query', read.fault)

  const changes = {
    rev: before.rev + 1,
    ...(name !== undefined && { name, name_order: nameOrder(name) }),
    ...(q !== undefined && { q }),
    ...(shared !== undefined && { shared: Number(shared) }),
  }
  await db.updateTable('tasks_filter').set(changes).where('id', '=', id).execute()
  emit(filterChanged, { id })
  const after = toFilter({ ...before, ...changes }, personId)
  changed(toFilter(before, personId), after)
  return after
})
