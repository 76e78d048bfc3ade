import { addMonths, dayLength, isInRange, startOfMonth, startOfYear, toDay, weekday, type Day } from './calendar.ts'
import { dayAt, instantOf } from './zoned-time.ts'

/** The moment of asking, for what is relative to it. */
export interface Clock {
  /** Epoch milliseconds. */
  now: number
  /** IANA name. */
  timeZone: string
}

/** A stretch of time, epoch milliseconds; `end` is not part of it. */
export interface Period {
  start: number
  end: number
}

/** The period that a date means (`2026-01` a month, `7d` a day, `12h` an instant); null where it means none. */
export function readDate(text: string, relative: 'past' | 'future', clock: Clock): Period | null {
  return (
    readCalendarDate(text, clock) ??
    readDateTime(text, clock) ??
    readOffset(text, relative, clock) ??
    readDateWord(text, relative, clock)
  )
}

/** Words that mean a date, for suggestions. */
export function dateWords(): string[] {
  const periods = ['week', 'month', 'quarter', 'year']
  return [
    'today',
    'yesterday',
    'tomorrow',
    'now',
    ...periods.flatMap((period) => ['this', 'last', 'next'].map((which) => `${which}-${period}`)),
    ...weekdays,
  ]
}

function readCalendarDate(text: string, clock: Clock): Period | null {
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (!found) return null
  const [year, month, dayOfMonth] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  const start = toDay(year!, month ?? 1, dayOfMonth ?? 1)
  if (start === null) return null
  const end = dayOfMonth !== undefined ? start + 1 : addMonths(start, month !== undefined ? 1 : 12)
  return days(start, end ?? start + 1, clock)
}

function readDateTime(text: string, clock: Clock): Period | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)t(\d\d):(\d\d)(?::(\d\d))?(z|[+-]\d\d:\d\d)?$/.exec(text)
  if (!found) return null
  const [year, month, dayOfMonth, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0))
  const day = toDay(year!, month!, dayOfMonth!)
  if (day === null || hour! > 23 || minute! > 59 || second! > 59) return null
  const timeOfDay = ((hour! * 60 + minute!) * 60 + second!) * 1000
  const zone = found[7]
  const start =
    zone === undefined ? instantOf(day, timeOfDay, clock.timeZone) : day * dayLength + timeOfDay - offsetOf(zone)
  return { start, end: start + (found[6] === undefined ? 60_000 : 1000) }
}

function offsetOf(zone: string): number {
  if (zone === 'z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))
  return (zone[0] === '-' ? -minutes : minutes) * 60_000
}

function readOffset(text: string, relative: 'past' | 'future', clock: Clock): Period | null {
  const found = /^([+-]?)(\d{1,5})(min|h|d|w|mo|m|q|y)$/.exec(text)
  if (!found) return null
  const sign = (found[1] || (relative === 'past' ? '-' : '+')) === '-' ? -1 : 1
  const count = sign * Number(found[2])
  const unit = found[3]!
  if (unit === 'min' || unit === 'h') {
    const start = clock.now + count * (unit === 'h' ? 3_600_000 : 60_000)
    return { start, end: start + 1 }
  }
  const today = dayAt(clock.now, clock.timeZone)
  const months = { mo: 1, m: 1, q: 3, y: 12 }[unit]
  const day = months ? addMonths(today, count * months) : today + count * (unit === 'w' ? 7 : 1)
  return day === null || !isInRange(day) ? null : days(day, day + 1, clock)
}

function readDateWord(text: string, relative: 'past' | 'future', clock: Clock): Period | null {
  if (text === 'now') return { start: clock.now, end: clock.now + 1 }
  const today = dayAt(clock.now, clock.timeZone)
  if (text === 'today') return days(today, today + 1, clock)
  if (text === 'yesterday') return days(today - 1, today, clock)
  if (text === 'tomorrow') return days(today + 1, today + 2, clock)
  return readNamedPeriod(text, today, clock) ?? readWeekday(text, relative, today, clock)
}

function readNamedPeriod(text: string, today: Day, clock: Clock): Period | null {
  const found = /^(last|this|next)-(week|month|quarter|year)$/.exec(text)
  if (!found) return null
  const steps = { last: -1, this: 0, next: 1 }[found[1]!]!
  if (found[2] === 'week') {
    const monday = today - weekday(today) + steps * 7
    return days(monday, monday + 7, clock)
  }
  const length = { month: 1, quarter: 3, year: 12 }[found[2]!]!
  const start = addMonths(startOfPeriod(today, length), steps * length)
  const end = start === null ? null : addMonths(start, length)
  return start === null || end === null ? null : days(start, end, clock)
}

function startOfPeriod(day: Day, months: number): Day {
  if (months === 12) return startOfYear(day)
  const month = startOfMonth(day)
  if (months === 1) return month
  const monthOfYear = new Date(month * dayLength).getUTCMonth()
  return addMonths(month, -(monthOfYear % 3)) ?? month
}

/** `monday` is the nearest in the field's direction; today counts. */
function readWeekday(text: string, relative: 'past' | 'future', today: Day, clock: Clock): Period | null {
  const wanted = weekdays.findIndex((name) => name === text || name.slice(0, 3) === text)
  if (wanted < 0) return null
  const ahead = (wanted - weekday(today) + 7) % 7
  const day = relative === 'future' ? today + ahead : today - ((7 - ahead) % 7)
  return days(day, day + 1, clock)
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function days(start: Day, end: Day, { timeZone }: Clock): Period {
  return { start: instantOf(start, 0, timeZone), end: instantOf(end, 0, timeZone) }
}
