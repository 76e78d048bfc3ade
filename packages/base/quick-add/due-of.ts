import { dayLength, type Day } from '../query/calendar.ts'
import { dayAt, instantOf } from '../query/zoned-time.ts'
import { firstDay } from './first-day.ts'
import type { DateChip } from './read-date.ts'
import type { QuickAddOptions } from './types.ts'

const LAST_MINUTE = dayLength - 60_000

/**
 * The instant that days, times and a rule come to; null where nothing was said. A day alone ends with its last minute. A
 * time alone is the next one on the clock. A rule alone begins on the first of its days.
 */
export function dueOf(
  said: readonly DateChip[],
  recurrence: { rule: string; time: string | null } | null,
  from: string,
  { now, timeZone }: Pick<QuickAddOptions, 'now' | 'timeZone'>,
): number | null {
  const date = said.find((chip) => chip.date !== null)?.date ?? null
  const rule = recurrence?.rule ?? null
  const time = said.find((chip) => chip.time !== null)?.time ?? recurrence?.time ?? null
  if (date === null && time === null && rule === null) return null

  const timeOfDay = time === null ? LAST_MINUTE : minutesOf(time) * 60_000
  if (date !== null) return instantOf(dayOf(date), timeOfDay, timeZone)
  const start = dayOf(from)
  const on = (day: Day) => instantOf(rule === null ? day : firstDay(rule, day), timeOfDay, timeZone)
  const first = on(start)
  return first > now || start !== dayAt(now, timeZone) ? first : on(start + 1)
}

function dayOf(date: string): Day {
  return Date.parse(date) / dayLength
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
