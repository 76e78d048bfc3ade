import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import { nameOrder } from '../name-order.ts'
import { findLabels } from './use-labels.ts'

/** Makes a task be found by the labels it bears now, and by no others. */
export async function indexLabels(
  db: WriteDatabase<TasksTables>,
  taskId: string,
  before: string,
  after: string,
): Promise<void> {
  if (before === after) return
  if (before !== '[]') await db.deleteFrom('tasks_task_label').where('task_id', '=', taskId).execute()
  const folded = (JSON.parse(after) as string[]).map(nameOrder)
  if (folded.length === 0) return
  const labels = await findLabels(db, folded)
  const rows = [...labels.values()].map(({ id }) => ({ label_id: id, task_id: taskId }))
  if (rows.length > 0) await db.insertInto('tasks_task_label').values(rows).execute()
}
