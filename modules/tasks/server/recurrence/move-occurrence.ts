import { changeTask, type ChangeContext } from '../change-task.ts'
import type { TaskRow } from '../database.ts'
import { armPassing } from './arm-passing.ts'
import { datesAt } from './dates-at.ts'
import { settingsOf } from './recurrence-of.ts'
import { storeOccurrence } from './store.ts'
import type { OccurrenceRow } from './tables.ts'

/** Moves an open task to another date of its rule. What was written in it stays. */
export async function moveOccurrence(
  context: ChangeContext,
  task: TaskRow,
  occurrence: OccurrenceRow,
  to: Partial<OccurrenceRow> & { occurs_at: number },
): Promise<TaskRow> {
  const { zone } = settingsOf(task)!
  const move = { anchor: occurrence.anchor, from: occurrence.occurs_at, to: to.occurs_at, zone }
  const saved = await changeTask(context, task, datesAt(task, move))
  const moved = { ...occurrence, ...to }
  await storeOccurrence(context.db, occurrence, moved)
  await armPassing(context, saved, moved)
  return saved
}
