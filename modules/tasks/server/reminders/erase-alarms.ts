import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/** What is due for tasks goes with them: their dates of series, reminders, alarms. */
export async function eraseAlarms(db: WriteDatabase<TasksTables>, taskIds: readonly string[]): Promise<void> {
  const reminders = await db.selectFrom('tasks_reminder').select('id').where('task_id', 'in', taskIds).execute()
  const subjects = [...taskIds, ...reminders.map(({ id }) => id)]
  await db.deleteFrom('tasks_alarm').where('subject_id', 'in', subjects).execute()
  await db.deleteFrom('tasks_reminder').where('task_id', 'in', taskIds).execute()
  await db.deleteFrom('tasks_occurrence').where('task_id', 'in', taskIds).execute()
}
