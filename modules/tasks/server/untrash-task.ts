import type { CommandContext } from '#kernel/context.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { taskRestored } from '../contract.ts'
import type { TaskRow, TasksTables } from './database.ts'
import { refreshFollowers } from './dependencies/refresh-blocked.ts'
import { findChangeable } from './find-task.ts'
import { saveTask } from './save-task.ts'
import { STEP, TASK } from './tree/levels.ts'
import { restoreBelow } from './tree/trash-branch.ts'

/** Takes a task out of the trash with all that went there with it. */
export async function untrashTask(
  context: Pick<CommandContext<TasksTables>, 'db' | 'emit' | 'now'>,
  task: TaskRow,
): Promise<TaskRow> {
  const { db, emit, now } = context
  const below = await restoreBelow(db, task, now())
  const restored = await saveTask(db, task, { deleted_at: null, ...(await placeOf(db, task)) }, now())
  for (const id of [task.id, ...below]) emit(taskRestored, { id })
  await refreshFollowers(context, [task.id, ...below])
  return restored
}

/** Where its parent is still in the trash, or gone, it stands alone; a step is a task then. */
async function placeOf(db: ReadDatabase<TasksTables>, task: TaskRow): Promise<Partial<TaskRow>> {
  if (task.parent_id === null || (await findChangeable(db, task.parent_id))) return {}
  return { parent_id: null, position: 0, ...(task.level === STEP && { level: TASK }) }
}
