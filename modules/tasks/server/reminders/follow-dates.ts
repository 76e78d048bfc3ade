import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { ringTime } from './ring-time.ts'

/**
 * What is due for a task follows its dates, and rests while it is closed or in the trash. A reminder that has come comes
 * again where its date moved to one to come; a task that is opened again is looked at for dates that have passed.
 */
export async function followDates(db: WriteDatabase<TasksTables>, before: TaskRow, after: TaskRow): Promise<void> {
  const { shelf, due_at, start_on, deadline_on, updated_at: now } = after
  const sameDates = due_at === before.due_at && start_on === before.start_on && deadline_on === before.deadline_on
  if (sameDates && shelf === before.shelf) return
  const isOpen = shelf === 'open'
  if (shelf !== before.shelf) await setDue(db, after.id, isOpen ? now : null)

  const reminders = await db.selectFrom('tasks_reminder').selectAll().where('task_id', '=', after.id).execute()
  for (const reminder of reminders) {
    const time = isOpen ? ringTime(reminder, after) : null
    const rings_at = time !== null && time > now ? time : null
    if (rings_at === reminder.rings_at) continue
    await db.updateTable('tasks_reminder').set({ rings_at }).where('id', '=', reminder.id).execute()
    await setDue(db, reminder.id, rings_at)
  }
}

/** Moves an alarm that is there; what has none gets none. */
export async function setDue(db: WriteDatabase<TasksTables>, subjectId: string, due_at: number | null): Promise<void> {
  await db.updateTable('tasks_alarm').set({ due_at }).where('subject_id', '=', subjectId).execute()
}
