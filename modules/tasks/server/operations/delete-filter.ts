import { personOf } from '#kernel/actor.ts'
import { deleteFilter, filterChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findOwnFilter } from '../filters/find-filter.ts'
import { toFilter } from '../filters/to-filter.ts'

export default command(deleteFilter, async ({ db, actor, changed, emit, fail }, { id }) => {
  const filter = await findOwnFilter(db, personOf(actor), id)
  if (!filter) return fail('filter-not-found')
  await db.deleteFrom('tasks_filter').where('id', '=', id).execute()
  emit(filterChanged, { id })
  changed(toFilter(filter, filter.person_id), null)
  return {}
})
