import { dayLength, type Day } from './calendar.ts'

/** The day it is at an instant (epoch milliseconds) in a time zone (IANA name). */
export function dayAt(instant: number, timeZone: string): Day {
  return Math.floor(wallClock(instant, timeZone) / dayLength)
}

/** The instant of a wall-clock time: the first where the clock shows it twice, the end of the gap where it skips it. */
export function instantOf(day: Day, timeOfDay: number, timeZone: string): number {
  const wanted = day * dayLength + timeOfDay
  // The offset a day before and after are the only two that can hold, since no zone changes twice within two days.
  const before = wallClock(wanted - dayLength, timeZone) - (wanted - dayLength)
  const after = wallClock(wanted + dayLength, timeZone) - (wanted + dayLength)
  const candidates = [wanted - before, wanted - after].sort((a, b) => a - b)
  const exact = candidates.find((instant) => wallClock(instant, timeZone) === wanted)
  return exact ?? firstAfterGap(candidates[0]!, candidates[1]!, before, timeZone)
}

/** What a clock on the wall shows, as if it were UTC: epoch milliseconds. */
export function wallClock(instant: number, timeZone: string): number {
  const second = Math.floor(instant / 1000) * 1000
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(second))
    if (type !== 'literal') parts[type] = Number(value)
  const shown = Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day']!,
    parts['hour']!,
    parts['minute']!,
    parts['second']!,
  )
  return shown + (instant - second)
}

/** Halves the stretch in which the offset changes until it is a second long. */
function firstAfterGap(from: number, until: number, offset: number, timeZone: string): number {
  let low = Math.floor(from / 1000) - 1
  let high = Math.ceil(until / 1000)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wallClock(middle * 1000, timeZone) - middle * 1000 === offset) low = middle
    else high = middle
  }
  return high * 1000
}

// Making a formatter costs more than a hundred uses of it.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
