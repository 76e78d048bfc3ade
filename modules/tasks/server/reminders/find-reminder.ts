import { personOf, type Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import type { ReminderRow } from '../recurrence/tables.ts'

/** A person's own reminder, with the title of its task. */
export function findReminder(
  db: ReadDatabase<TasksTables>,
  actor: Actor,
  id: string,
): Promise<(ReminderRow & { title: string }) | undefined> {
  return db
    .selectFrom('tasks_reminder')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_reminder.task_id')
    .selectAll('tasks_reminder')
    .select('tasks_task.title')
    .where('tasks_reminder.id', '=', id)
    .where('tasks_reminder.person_id', '=', personOf(actor))
    .executeTakeFirst()
}
