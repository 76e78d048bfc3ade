import { toInstantOfWall } from '#base/recurrence/occurrences.ts'
import type { TaskRow } from '../database.ts'
import type { ReminderRow } from '../recurrence/tables.ts'

const MINUTE = 60_000

/** When a reminder of a task is to come, as an instant; null where the task has no such date. Days begin at midnight. */
export function ringTime(
  reminder: Pick<ReminderRow, 'at' | 'related_to' | 'minutes_before' | 'zone'>,
  task: Pick<TaskRow, 'start_on' | 'due_at' | 'deadline_on'>,
): number | null {
  if (reminder.related_to === null) return reminder.at
  const beginning = (date: string | null) => (date === null ? null : toInstantOfWall(`${date}T00:00:00`, reminder.zone))
  const base = reminder.related_to === 'start' ? beginning(task.start_on) : (task.due_at ?? beginning(task.deadline_on))
  return base === null ? null : base - (reminder.minutes_before ?? 0) * MINUTE
}
