import type { CommandContext } from '#kernel/context.ts'
import { dropFiles } from '../attachments/store.ts'
import type { TasksTables } from '../database.ts'

type Erasing = Pick<CommandContext<TasksTables>, 'db' | 'enqueue' | 'releaseBlob'>

/** With tasks go what people gave away of them, wrote about them and added to them. */
export async function eraseAdditions(context: Erasing, taskIds: readonly string[]): Promise<void> {
  const { db } = context
  await db.deleteFrom('tasks_delegation').where('task_id', 'in', taskIds).execute()
  await db.deleteFrom('tasks_prp').where('task_id', 'in', taskIds).execute()
  await db.deleteFrom('tasks_comment').where('task_id', 'in', taskIds).execute()
  await db.deleteFrom('tasks_field_value').where('task_id', 'in', taskIds).execute()
  const files = await db.selectFrom('tasks_attachment').select(['id', 'blob']).where('task_id', 'in', taskIds).execute()
  await dropFiles(context, files)
}
