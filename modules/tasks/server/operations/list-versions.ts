import { listTaskVersions } from '../../contract.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'
import { versionsOf } from '../merge/versions.ts'

export default query(listTaskVersions, async ({ db, fail }, { taskId }) => {
  if (!(await findTask(db, taskId))) return fail('task-not-found')
  return { items: await versionsOf(db, taskId) }
})
