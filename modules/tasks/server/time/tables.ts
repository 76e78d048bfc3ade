/** The table of time spent. */
export interface TimeTables {
  tasks_time_entry: TimeEntryRow
}

/** A stretch of a person's time on a task; null ends have a running timer. */
export interface TimeEntryRow {
  id: string
  task_id: string
  person_id: string
  started_at: number
  ended_at: number | null
  source: 'timer' | 'manual' | 'focus'
  /** The focus session that it follows. */
  source_id: string | null
  note: string
  created_at: number
}
