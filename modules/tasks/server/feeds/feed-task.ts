import type { TaskRow } from '../database.ts'
import type { OccurrenceRow } from '../recurrence/tables.ts'

/** A task as a feed shows it, with the series it belongs to. */
export interface FeedTask extends Pick<
  TaskRow,
  | 'id'
  | 'rev'
  | 'title'
  | 'notes'
  | 'status'
  | 'priority'
  | 'start_on'
  | 'due_at'
  | 'deadline_on'
  | 'estimate_max'
  | 'parent_id'
  | 'labels'
  | 'recurrence'
  | 'created_at'
  | 'updated_at'
  | 'completed_at'
> {
  series: Pick<OccurrenceRow, 'series_id' | 'start' | 'excluded'> | null
}
