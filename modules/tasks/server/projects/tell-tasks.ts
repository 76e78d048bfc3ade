import type { CommandContext } from '#kernel/context.ts'
import { taskUpdated } from '../../contract.ts'
import type { TasksTables } from '../database.ts'

/** Tells of every task of a project whose audience changed, so that search finds it for those alone who may see it. */
export async function tellTasks(
  { db, emit }: Pick<CommandContext<TasksTables>, 'db' | 'emit'>,
  projectId: string,
): Promise<void> {
  const tasks = await db.selectFrom('tasks_task').select('id').where('project_id', '=', projectId).execute()
  for (const { id } of tasks) emit(taskUpdated, { id })
}
