import { listSteps } from '../../contract.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'
import { toTask } from '../to-task.ts'
import { STEP } from '../tree/levels.ts'

export default query(listSteps, async ({ db, fail }, { taskId }) => {
  if (!(await findTask(db, taskId))) return fail('task-not-found')
  const rows = await db
    .selectFrom('tasks_task')
    .selectAll()
    .where('parent_id', '=', taskId)
    .where('level', '=', STEP)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return { items: rows.map(toTask) }
})
