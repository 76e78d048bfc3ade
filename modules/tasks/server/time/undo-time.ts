import { findTask } from '../find-task.ts'
import type { UndoContext } from '../undo/undo-task.ts'
import { findEntry, putEntry, runningTimer } from './entries.ts'
import type { TimeEntryRow } from './tables.ts'

/** Puts an entry back to what it was; it stays where it has changed since, or where another timer runs by now. */
export async function undoTime(
  context: UndoContext,
  id: string,
  before: TimeEntryRow | null,
  after: TimeEntryRow | null,
): Promise<boolean> {
  const { db, actor } = context
  const entry = await findEntry(db, actor.id, id)
  if (!isSame(entry ?? null, after)) return false
  if (before && !(await findTask(db, before.task_id))) return false
  if (before?.ended_at === null && (await runningTimer(db, actor.id))) return false
  await putEntry(context, id, entry, before ?? undefined)
  return true
}

function isSame(one: TimeEntryRow | null, other: TimeEntryRow | null): boolean {
  if (one === null || other === null) return one === other
  return one.started_at === other.started_at && one.ended_at === other.ended_at && one.note === other.note
}
