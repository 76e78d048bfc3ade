import { putEntry } from './entries.ts'
import type { TimeContext } from './follow-time.ts'
import type { TimeEntryRow } from './tables.ts'

/** Ends a timer at a time; null where that is before it began or still to come. */
export async function endTimer(
  context: TimeContext,
  timer: TimeEntryRow,
  endedAt: number,
): Promise<TimeEntryRow | null> {
  if (endedAt < timer.started_at || endedAt > context.now()) return null
  const ended = { ...timer, ended_at: endedAt }
  await putEntry(context, timer.id, timer, ended)
  return ended
}
