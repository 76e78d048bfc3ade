import { getChamps } from '../../contract.ts'
import { readChamps } from '../champs/store.ts'
import { suggestChamps } from '../champs/suggest.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'

export default query(getChamps, async ({ db, fail }, { id }) => {
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  return { id, facets: await readChamps(db, id), suggested: suggestChamps(task) }
})
