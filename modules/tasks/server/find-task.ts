import { prepared, slot } from '#kernel/database/prepared.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from './database.ts'
import { mayChange } from './policy.ts'

/** A task of the workspace, in the trash or not. */
export async function findTask(db: ReadDatabase<TasksTables>, id: string): Promise<TaskRow | undefined> {
  const build = () => db.selectFrom('tasks_task').selectAll().where('id', '=', slot('id'))
  const [row] = await prepared<TaskRow>(db, 'find task', build, { id })
  return row
}

/** A task that may be changed: what lies in the trash counts as not found until it is restored. */
export async function findChangeable(db: ReadDatabase<TasksTables>, id: string): Promise<TaskRow | undefined> {
  const task = await findTask(db, id)
  return task && mayChange(task) ? task : undefined
}
