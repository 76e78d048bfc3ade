import type { CommandContext } from '#kernel/context.ts'
import { taskDeleted } from '../contract.ts'
import type { TaskRow, TasksTables } from './database.ts'
import { refreshFollowers } from './dependencies/refresh-blocked.ts'
import { emptyTrash } from './internal.ts'
import { saveTask } from './save-task.ts'
import { trashBelow } from './tree/trash-branch.ts'

const DAY = 86_400_000
/** How long the trash keeps what lies in it. */
export const TRASH_DAYS = 30

/** Puts a task into the trash with all below it; `madeAt` is when that was asked for, where it was before now. */
export async function trashTask(
  context: Pick<CommandContext<TasksTables>, 'db' | 'emit' | 'now' | 'enqueue'>,
  task: TaskRow,
  madeAt: number = context.now(),
): Promise<TaskRow> {
  const { db, emit, enqueue, now } = context
  const deleted = await saveTask(db, task, { deleted_at: now() }, now(), madeAt)
  const ids = [task.id, ...(await trashBelow(db, task.id, now()))]
  for (const id of ids) emit(taskDeleted, { id })
  await refreshFollowers(context, ids)

  // One job for all that goes to the trash on a day.
  const day = Math.floor(now() / DAY)
  await enqueue(emptyTrash, {}, { key: `day:${day}`, runAt: (day + TRASH_DAYS + 1) * DAY })
  return deleted
}
