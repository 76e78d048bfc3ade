import { getChamps } from '../../contract.ts'
import { readChamps } from '../champs/store.ts'
import { toChamps } from '../champs/to-champs.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'

export default query(getChamps, async (context, { id }) => {
  const { db, fail } = context
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  return toChamps(context, task, await readChamps(db, id))
})
