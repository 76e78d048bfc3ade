import { formatDay } from '../query/calendar.ts'
import { dayAt } from '../query/zoned-time.ts'
import { isMeant, type Candidate } from './evidence.ts'
import type { FoundDate, Language } from './language.ts'
import { understand } from './understand-date.ts'
import type { Chip, QuickAddOptions } from './types.ts'

type DateChip = Extract<Chip, { kind: 'date' }>

/**
 * The next date or time in the line that is meant as one, from the end on: what stands last is most often meant. What is
 * said already is not said twice: of two days the later one in the line is the task's, the other is title.
 */
export function readDate(masked: string, said: readonly DateChip[], options: QuickAddOptions): DateChip | null {
  const { language, now, timeZone } = options
  const today = dayAt(now, timeZone)
  const shouted = masked === masked.toUpperCase()
  const text = shouted ? masked.toLowerCase() : masked
  // Chrono is told the wall clock as if it were UTC: what it answers is the wall clock then, in any zone.
  const reference = { instant: new Date(options.wallClock), timezone: 0 }
  const found = language.dates.parse(text, reference, { forwardDate: true })
  for (const one of found.toReversed()) {
    const candidate = toCandidate(text, one, language)
    const meaning = understand(one, candidate, today, language)
    if (!meaning || clashes(meaning, said) || !isMeant(text, candidate, language)) continue
    const { start, end } = candidate
    return { kind: 'date', start, end, text: masked.slice(start, end), ...meaning }
  }
  return null
}
