import { dayLength } from '../query/calendar.ts'
import { wallClock } from '../query/zoned-time.ts'
import { isMeant } from './evidence.ts'
import { toCandidate } from './candidate.ts'
import { understand } from './understand-date.ts'
import type { Chip, QuickAddOptions } from './types.ts'

export type DateChip = Extract<Chip, { kind: 'date' }>

/** The last date or time of a line that is meant as one and says what is not said yet; the rest of the line is title. */
export function readDate(masked: string, said: readonly DateChip[], options: QuickAddOptions): DateChip | null {
  const { language } = options
  const shouted = masked === masked.toUpperCase()
  const text = shouted ? masked.toLowerCase() : masked
  // Chrono is told the wall clock as if it were UTC, and so it answers the wall clock, whatever the zone.
  const clock = wallClock(options.now, options.timeZone)
  const found = language.dates.parse(text, { instant: new Date(clock), timezone: 0 }, { forwardDate: true })
  for (const one of found.toReversed()) {
    const candidate = toCandidate(text, one, language)
    const meaning = candidate && understand(one, candidate, Math.floor(clock / dayLength), language)
    if (!candidate || !meaning || said.some((chip) => clashes(chip, meaning))) continue
    if (!isMeant(text, candidate, meaning, language)) continue
    const { start, end } = candidate
    return { kind: 'date', start, end, text: masked.slice(start, end), ...meaning }
  }
  return null
}

type Said = Pick<DateChip, 'on' | 'date' | 'time'>

/** A day is said once, and so is a time. */
function clashes(before: Said, now: Said): boolean {
  if (before.on !== now.on) return false
  return (before.date !== null && now.date !== null) || (before.time !== null && now.time !== null)
}
