import type { CommandContext } from '#kernel/context.ts'
import { taskCompleted, taskReopened, taskUpdated, type TaskStatus } from '../contract.ts'
import type { TaskRow, TasksTables } from './database.ts'
import { endDelegations } from './delegation/end-delegations.ts'
import { refreshFollowers } from './dependencies/refresh-blocked.ts'
import { moveTo } from './move-task.ts'
import { followStatus } from './recurrence/follow-status.ts'
import { saveTask, type TaskFields } from './save-task.ts'
import { isOpen } from './status.ts'

/** What of a command's context a change needs. */
export type ChangeContext = Pick<CommandContext<TasksTables>, 'db' | 'actor' | 'emit' | 'enqueue' | 'now'>

/**
 * Changes fields and the status of a task and tells of it: of its end, of its being opened again, of anything else. The
 * move is a legal one. A change of nothing is none: the task is answered as it is. `madeAt` is when it was made, where that
 * was before now.
 */
export async function changeTask(
  context: ChangeContext,
  task: TaskRow,
  fields: Partial<TaskFields>,
  status: TaskStatus = task.status,
  madeAt: number = context.now(),
): Promise<TaskRow> {
  const { db, actor, emit, now } = context
  const moves = status !== task.status
  const changes = Object.keys(fields).length > 0
  if (!moves && !changes) return task
  const ends = moves && task.delegated === 1 && !isOpen(status)
  if (ends) await endDelegations(context, task, status)
  const moved = { ...fields, ...(moves && moveTo(task, status, madeAt)), ...(ends && { delegated: 0 }) }
  const saved = await saveTask(db, task, moved, now(), madeAt)

  const completes = moves && status === 'done'
  const reopens = moves && !isOpen(task.status)
  if (completes) emit(taskCompleted, { id: task.id, by: actor.id })
  if (reopens) emit(taskReopened, { id: task.id })
  if (changes || (moves && !completes && !reopens)) emit(taskUpdated, { id: task.id })
  if (moves) await refreshFollowers({ db, emit, now }, [task.id])
  if (moves) await followStatus(context, task, saved)
  return saved
}
