import type { CommandContext } from '#kernel/context.ts'
import { taskCompleted, taskReopened, taskRestored, taskUpdated } from '../../contract.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { refreshFollowers } from '../dependencies/refresh-blocked.ts'
import { findChangeable, findTask } from '../find-task.ts'
import { saveTask, type TaskFields } from '../save-task.ts'
import { isOpen } from '../status.ts'
import { mayStandUnder } from '../tree/place.ts'
import { canShift, shiftBelow } from '../tree/shift-below.ts'
import { restoreBelow } from '../tree/trash-branch.ts'
import { trashTask } from '../trash-task.ts'

export type UndoContext = Pick<CommandContext<TasksTables>, 'db' | 'actor' | 'emit' | 'enqueue' | 'now'>

/** Puts a task back to what it was, field by field; false where nothing of it is as the change has left it. */
export async function undoTask(
  context: UndoContext,
  id: string,
  before: Partial<TaskFields> | null,
  after: Partial<TaskFields>,
): Promise<boolean> {
  const { db } = context
  const task = await findTask(db, id)
  if (!task) return false
  if (before === null) {
    if (task.deleted_at !== null) return false
    await trashTask(context, task)
    return true
  }
  const untouched = Object.keys(before).filter((column) => task[column as keyof TaskRow] === after[column as 'title'])
  const wanted = Object.fromEntries(
    untouched.map((column) => [column, before[column as 'title']]),
  ) as Partial<TaskFields>
  const fields = (await fits(context, task, wanted)) ? wanted : withoutPlace(wanted)
  if (Object.keys(fields).length === 0) return false
  await putBack(context, task, fields)
  return true
}

async function putBack(context: UndoContext, task: TaskRow, fields: Partial<TaskFields>): Promise<void> {
  const { db, actor, emit, now } = context
  if (fields.deleted_at !== undefined && fields.deleted_at !== null) {
    const { deleted_at: _, ...others } = fields
    await trashTask(context, Object.keys(others).length > 0 ? await saveTask(db, task, others, now()) : task)
    return
  }
  const restored = fields.deleted_at === null ? await restoreBelow(db, task, now()) : []
  const saved = await saveTask(db, task, fields, now())
  await shiftBelow(db, task.id, saved.level - task.level, now())

  const moves = saved.status !== task.status
  if (moves && saved.status === 'done') emit(taskCompleted, { id: task.id, by: actor.id })
  if (moves && !isOpen(task.status)) emit(taskReopened, { id: task.id })
  if (fields.deleted_at === null) for (const id of [task.id, ...restored]) emit(taskRestored, { id })
  emit(taskUpdated, { id: task.id })
  if (moves || fields.deleted_at === null) await refreshFollowers(context, [task.id, ...restored])
}

/** Whether a task can stand where it stood. */
async function fits({ db }: UndoContext, task: TaskRow, fields: Partial<TaskFields>): Promise<boolean> {
  if (fields.parent_id === undefined && fields.level === undefined) return true
  const { parent_id, level } = { ...task, ...fields }
  if (level !== task.level && !(await canShift(db, task, level))) return false
  if (parent_id === null) return true
  const parent = await findChangeable(db, parent_id)
  return parent !== undefined && mayStandUnder(parent, level)
}

function withoutPlace({ parent_id: _parent, level: _level, position: _position, ...fields }: Partial<TaskFields>) {
  return fields
}
