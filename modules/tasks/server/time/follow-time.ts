import type { CommandContext } from '#kernel/context.ts'
import { taskUpdated } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { findTask } from '../find-task.ts'
import { editedAfter } from '../merge/edit-times.ts'
import { spentMinutes } from './spent-time.ts'

export type TimeContext = Pick<CommandContext<TasksTables>, 'db' | 'emit' | 'now'>

/**
 * Changes entries of a task, and lets the task's minutes follow by the difference: what somebody wrote there by hand
 * stays. It is no change of its own to undo, since undoing the entry brings it back.
 */
export async function followTime<T>(context: TimeContext, taskId: string, change: () => Promise<T>): Promise<T> {
  const before = await minutesOf(context, taskId)
  const changed = await change()
  const more = (await minutesOf(context, taskId)) - before
  const task = more === 0 ? undefined : await findTask(context.db, taskId)
  if (!task) return changed
  const at = context.now()
  const changes = { spent_minutes: Math.max(0, task.spent_minutes + more) }
  await context.db
    .updateTable('tasks_task')
    .set({ ...changes, rev: task.rev + 1, updated_at: at, edited: editedAfter(task.edited, changes, at) })
    .where('id', '=', taskId)
    .execute()
  context.emit(taskUpdated, { id: taskId })
  return changed
}

async function minutesOf({ db }: TimeContext, taskId: string): Promise<number> {
  const entries = await db
    .selectFrom('tasks_time_entry')
    .select(['person_id', 'started_at', 'ended_at', 'source'])
    .where('task_id', '=', taskId)
    .execute()
  return spentMinutes(entries)
}
