import type { UndoContext } from '../undo/undo-task.ts'
import { findTask } from '../find-task.ts'
import { armPassing } from './arm-passing.ts'
import { findOccurrence, storeOccurrence } from './store.ts'
import type { OccurrenceRow } from './tables.ts'

/** Puts back which date a task stands for, unless it has moved on since. */
export async function undoOccurrence(
  context: UndoContext,
  taskId: string,
  before: OccurrenceRow,
  after: OccurrenceRow,
): Promise<boolean> {
  const { db } = context
  const [now, task] = [await findOccurrence(db, taskId), await findTask(db, taskId)]
  if (!now || !task || now.occurs_at !== after.occurs_at || now.excluded !== after.excluded) return false
  await storeOccurrence(db, now, before)
  await armPassing(context, task, before)
  return true
}
