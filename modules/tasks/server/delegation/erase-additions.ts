import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/** With tasks go what people gave away of them, wrote about them and added to them. */
export async function eraseAdditions(db: WriteDatabase<TasksTables>, taskIds: readonly string[]): Promise<void> {
  await db.deleteFrom('tasks_delegation').where('task_id', 'in', taskIds).execute()
  await db.deleteFrom('tasks_prp').where('task_id', 'in', taskIds).execute()
  await db.deleteFrom('tasks_comment').where('task_id', 'in', taskIds).execute()
  await db.deleteFrom('tasks_field_value').where('task_id', 'in', taskIds).execute()
}
