/** The tables of what repeats and what reminds. */
export interface RecurrenceTables {
  tasks_occurrence: OccurrenceRow
  tasks_reminder: ReminderRow
  tasks_alarm: AlarmRow
}

/** Which of a task's dates the dates of its rule are. */
export type Anchor = 'due' | 'deadline' | 'start'

/** The date of a series that a task stands for. */
export interface OccurrenceRow {
  task_id: string
  series_id: string
  occurs_at: number
  /** DTSTART as the wall of the zone shows it. */
  start: string
  anchor: Anchor
  /** Left-out dates as JSON. */
  excluded: string
  made: number
  passed: number
  /** The task whose end made this one. */
  made_from: string | null
}

export interface ReminderRow {
  id: string
  task_id: string
  person_id: string
  at: number | null
  related_to: 'start' | 'due' | null
  minutes_before: number | null
  zone: string
  rings_at: number | null
  rang_at: number | null
  ring_id: string | null
  created_at: number
}

/** Something to do at a time; null where it waits for a date. */
export interface AlarmRow {
  id: string
  kind: 'pass' | 'reminder'
  /** The task, or the reminder. */
  subject_id: string
  of_workspace: string
  person_id: string
  due_at: number | null
}
