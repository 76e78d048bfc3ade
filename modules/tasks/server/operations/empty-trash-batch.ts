import { taskErased } from '../../contract.ts'
import { command } from '../database.ts'
import { eraseAdditions } from '../delegation/erase-additions.ts'
import { emptyTrashBatch } from '../internal.ts'
import { eraseAlarms } from '../reminders/erase-alarms.ts'
import { TRASH_DAYS } from '../trash-task.ts'

export default command(emptyTrashBatch, async (context, { limit }) => {
  const { db, emit, now, unlinkAll } = context
  const rows = await db
    .selectFrom('tasks_task')
    .select('id')
    .where('shelf', '=', 'trash')
    .where('deleted_at', '<=', now() - TRASH_DAYS * 86_400_000)
    .orderBy('id')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return { erased: 0 }

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
  return { erased: ids.length }
})
