import type { TimeEntryRow } from './tables.ts'

type Stretch = Pick<TimeEntryRow, 'person_id' | 'started_at' | 'ended_at' | 'source'>

/**
 * Whole minutes that entries of one task come to. What was written down by hand counts as it was said. Of what clocks
 * measured, a person's every moment counts once, also where a timer and a focus session ran side by side.
 */
export function spentMinutes(entries: readonly Stretch[]): number {
  let milliseconds = 0
  const measuredUntil = new Map<string, number>()
  const ended = entries.filter((entry) => entry.ended_at !== null)
  for (const entry of ended.toSorted((one, other) => one.started_at - other.started_at)) {
    const until = entry.ended_at!
    if (entry.source === 'manual') {
      milliseconds += until - entry.started_at
      continue
    }
    const covered = Math.max(entry.started_at, measuredUntil.get(entry.person_id) ?? -Infinity)
    milliseconds += Math.max(0, until - covered)
    measuredUntil.set(entry.person_id, Math.max(until, covered))
  }
  return Math.round(milliseconds / 60_000)
}
