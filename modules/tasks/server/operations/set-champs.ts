import { setChamps, taskUpdated } from '../../contract.ts'
import { readChamps, storeChamps } from '../champs/store.ts'
import { toChamps } from '../champs/to-champs.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'

export default command(setChamps, async (context, { id, ...wanted }) => {
  const { db, changed, emit, fail } = context
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  const before = await readChamps(db, id)
  const facets = (await storeChamps(db, id, wanted)) ? await readChamps(db, id) : before
  if (facets !== before) {
    emit(taskUpdated, { id })
    changed(before, facets)
  }
  return toChamps(context, task, facets)
})
