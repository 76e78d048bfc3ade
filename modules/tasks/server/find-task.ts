import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from './database.ts'
import { mayChange } from './policy.ts'

/** A task of the workspace, in the trash or not. */
export function findTask(db: ReadDatabase<TasksTables>, id: string): Promise<TaskRow | undefined> {
  return db.selectFrom('tasks_task').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A task that may be changed: what lies in the trash counts as not found until it is restored. */
export async function findChangeable(db: ReadDatabase<TasksTables>, id: string): Promise<TaskRow | undefined> {
  const task = await findTask(db, id)
  return task && mayChange(task) ? task : undefined
}
