import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TimeEntry } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { TimeEntryRow } from './tables.ts'

/** A row of time as the API shows it. */
export function toTimeEntry(row: TimeEntryRow, taskTitle: string | null, now: number): TimeEntry {
  return {
    id: row.id,
    taskId: row.task_id,
    taskTitle,
    startedAt: toInstant(row.started_at),
    endedAt: toInstantOrNull(row.ended_at),
    seconds: Math.max(0, Math.round(((row.ended_at ?? now) - row.started_at) / 1000)),
    source: row.source,
    note: row.note,
  }
}

/** The same with its task's title looked up. */
export async function titledEntry(db: ReadDatabase<TasksTables>, row: TimeEntryRow, now: number): Promise<TimeEntry> {
  const task = await db.selectFrom('tasks_task').select('title').where('id', '=', row.task_id).executeTakeFirst()
  return toTimeEntry(row, task?.title ?? null, now)
}
