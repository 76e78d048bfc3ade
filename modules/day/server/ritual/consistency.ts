import { formatDay, type Day } from '#base/query/calendar.ts'
import type { PauseRow, RitualRow } from '../database.ts'
import { dayOfDate } from '../today.ts'
import { isPaused } from './pauses.ts'

interface Kept {
  n: number
  of: number
}

/** The mornings a window looks at. */
export type Mornings = readonly Pick<RitualRow, 'on_day' | 'state'>[]

/**
 * On how many of the last days the morning was kept. Days that were skipped or paused, days before the first one, and
 * today while it can still be kept, are in neither number.
 */
export function consistencyOf(
  length: number,
  mornings: Mornings,
  pauses: readonly Pick<PauseRow, 'from_day' | 'to_day'>[],
  first: string | null,
  today: Day,
): Kept {
  const states = new Map(mornings.map(({ on_day, state }) => [on_day, state]))
  const began = first === null ? Infinity : dayOfDate(first)
  const kept: Kept = { n: 0, of: 0 }
  for (let day = today - length + 1; day <= today; day++) {
    const date = formatDay(day)
    const state = states.get(date)
    if (state === 'done') kept.n++
    if (state === 'done') kept.of++
    else if (day >= began && day < today && state === undefined && !isPaused(pauses, date)) kept.of++
  }
  return kept
}
