import { getTask } from '../../contract.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'
import { toTask } from '../to-task.ts'

export default query(
  getTask,
  async ({ db, fail }, { id }) => {
    const task = await findTask(db, id)
    return task ? toTask(task) : fail('task-not-found')
  },
  { single: true },
)
