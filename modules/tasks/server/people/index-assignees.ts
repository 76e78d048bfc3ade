import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { Assignee } from '../../contract.ts'
import type { TasksTables } from '../database.ts'

/** Makes a task be found by the people who have to do with it now, and by no others. */
export async function indexAssignees(
  db: WriteDatabase<TasksTables>,
  taskId: string,
  before: string,
  after: string,
): Promise<void> {
  if (before === after) return
  if (before !== '[]') await db.deleteFrom('tasks_assignee').where('task_id', '=', taskId).execute()
  const assignees = JSON.parse(after) as Assignee[]
  if (assignees.length === 0) return
  const rows = assignees.map(({ userId, role }) => ({ user_id: userId, task_id: taskId, role }))
  await db.insertInto('tasks_assignee').values(rows).execute()
}
