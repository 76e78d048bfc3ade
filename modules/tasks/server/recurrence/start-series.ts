import { uuidv7 } from '#base/ids.ts'
import { toInstantOfWall, toWall } from '#base/recurrence/occurrences.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { armPassing } from './arm-passing.ts'
import { anchorOf } from './dates-at.ts'
import { settingsOf } from './recurrence-of.ts'
import { findOccurrence, storeOccurrence } from './store.ts'
import type { OccurrenceRow } from './tables.ts'

/** What the first date of a rule is reckoned from. */
type Dates = Pick<TaskRow, 'due_at' | 'deadline_on' | 'start_on'>

/** Makes a task that has a recurrence the first of its series, from its own date on. */
export async function startSeries(
  { db, actor, now }: Pick<CommandContext<TasksTables>, 'db' | 'actor' | 'now'>,
  task: TaskRow,
  excluded: readonly string[] = [],
): Promise<void> {
  const { zone } = settingsOf(task)!
  const known = await findOccurrence(db, task.id)
  const start = startOf(task, zone, now())
  const occurrence: OccurrenceRow = {
    task_id: task.id,
    series_id: known?.series_id ?? uuidv7(),
    occurs_at: toInstantOfWall(start, zone),
    start,
    anchor: anchorOf(task),
    excluded: JSON.stringify(excluded),
    made: 1,
    passed: 0,
    made_from: known?.made_from ?? null,
  }
  await storeOccurrence(db, known ?? null, occurrence)
  await armPassing({ db, actor }, task, occurrence)
}

/** Where a rule begins on the wall: the task's own date; today at nine for a task without one. */
export function startOf(task: Dates, zone: string, now: number): string {
  if (task.due_at !== null) return toWall(task.due_at, zone)
  const date = task.deadline_on ?? task.start_on
  return date === null ? `${toWall(now, zone).slice(0, 10)}T09:00:00` : `${date}T00:00:00`
}
