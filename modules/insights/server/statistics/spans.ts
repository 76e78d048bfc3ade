import { dayLength, formatDay, weekday, type Day } from '#base/query/calendar.ts'
import { dayAt } from '#base/query/zoned-time.ts'

export type Unit = 'day' | 'week'

/** Days that are counted together, both ends included. */
export interface Span {
  first: Day
  last: Day
}

const MOST = 400
const USUAL: Record<Unit, number> = { day: 28, week: 84 }

/** The days asked for; null where they don't run from first to last or are too many. Weeks are whole. */
export function spansOf(unit: Unit, from: string | undefined, to: string | undefined, today: Day): Span[] | null {
  const last = to === undefined ? today : toDayNumber(to)
  const asked = from === undefined ? last - USUAL[unit] + 1 : toDayNumber(from)
  const first = unit === 'week' ? asked - weekday(asked) : asked
  const length = unit === 'week' ? 7 : 1
  const count = Math.ceil((last - first + 1) / length)
  if (count < 1 || count > MOST) return null
  return Array.from({ length: count }, (_, index) => ({
    first: first + index * length,
    last: first + (index + 1) * length - 1,
  }))
}

/** Which of the spans an instant lies in, by the days of a time zone; a day of 23 or 25 hours is one day. */
export function spanAt(spans: readonly Span[], instant: number, zone: string): number {
  const { first, last } = spans[0]!
  const index = Math.floor((dayAt(instant, zone) - first) / (last - first + 1))
  return index >= 0 && index < spans.length ? index : -1
}

export const toDate = formatDay

function toDayNumber(date: string): Day {
  return Date.parse(date) / dayLength
}
