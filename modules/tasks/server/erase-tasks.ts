import type { CommandContext } from '#kernel/context.ts'
import { taskErased } from '../contract.ts'
import type { TasksTables } from './database.ts'
import { eraseAdditions } from './delegation/erase-additions.ts'
import { eraseAlarms } from './reminders/erase-alarms.ts'

type Erasing = Pick<CommandContext<TasksTables>, 'db' | 'emit' | 'enqueue' | 'releaseBlob' | 'unlinkAll'>

/** Erases tasks for good, with what belongs to them alone. */
export async function eraseTasks(context: Erasing, ids: readonly string[]): Promise<void> {
  const { db, emit, unlinkAll } = context
  await db.deleteFrom('tasks_task_label').where('task_id', 'in', ids).execute()
  await db.deleteFrom('tasks_assignee').where('task_id', 'in', ids).execute()
  await db.deleteFrom('tasks_version').where('task_id', 'in', ids).execute()
  await db.deleteFrom('tasks_champs').where('task_id', 'in', ids).execute()
  await db.deleteFrom('tasks_dependency').where('task_id', 'in', ids).execute()
  await db.deleteFrom('tasks_dependency').where('on_id', 'in', ids).execute()
  await eraseAlarms(db, ids)
  await eraseAdditions(context, ids)
  await db.deleteFrom('tasks_time_entry').where('task_id', 'in', ids).execute()
  await db.deleteFrom('tasks_task').where('id', 'in', ids).execute()
  for (const id of ids) {
    await unlinkAll({ kind: 'tasks.task', id })
    emit(taskErased, { id })
  }
}
