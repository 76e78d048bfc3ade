import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { TaskReminder } from '../../contract.ts'
import type { ReminderRow } from '../recurrence/tables.ts'

/** A row of reminders as the API shows it. */
export function toReminder(row: ReminderRow, taskTitle: string): TaskReminder {
  return {
    id: row.id,
    taskId: row.task_id,
    taskTitle,
    at: toInstantOrNull(row.at),
    relatedTo: row.related_to,
    minutesBefore: row.minutes_before,
    ringsAt: toInstantOrNull(row.rings_at),
    rangAt: toInstantOrNull(row.rang_at),
    createdAt: toInstant(row.created_at),
  }
}
