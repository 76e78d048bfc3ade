import { addMonths, dayLength, formatDay, isInRange, type Day } from '#base/query/calendar.ts'
import { instantOf } from '#base/query/zoned-time.ts'

/** A day so far from the start, with a time of day in milliseconds where one is meant. */
interface Moment {
  day: Day
  time: number | null
}

const LAST_MINUTE = dayLength - 60_000

/** What `+3d`, `+2w 09:00` or `-1m` comes to from a start; null where it leaves the calendar. */
function momentOf(offset: string, start: Day): Moment | null {
  const [amount = '', clock] = offset.split(' ')
  const number = Number(amount.slice(0, -1))
  const unit = amount.slice(-1)
  const day = unit === 'm' ? addMonths(start, number) : start + number * (unit === 'w' ? 7 : 1)
  if (day === null || !isInRange(day)) return null
  if (clock === undefined) return { day, time: null }
  return { day, time: (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000 }
}

/** The day that is meant, YYYY-MM-DD. */
export function dayIn(offset: string | null, start: Day): string | null {
  const moment = offset === null ? null : momentOf(offset, start)
  return moment && formatDay(moment.day)
}

/** The instant that is meant: a day alone ends with its last minute, as in quick add. */
export function instantIn(offset: string | null, start: Day, zone: string): number | null {
  const moment = offset === null ? null : momentOf(offset, start)
  return moment && instantOf(moment.day, moment.time ?? LAST_MINUTE, zone)
}

const FARTHEST = 9999

/** The other way round: how a day and a time of day are written from a start; null where it is too far to write. */
export function offsetOf(day: Day, start: Day, timeOfDay: number | null = null): string | null {
  const days = day - start
  if (Math.abs(days) > FARTHEST) return null
  const number = `${days < 0 ? '-' : '+'}${Math.abs(days)}d`
  if (timeOfDay === null || timeOfDay >= LAST_MINUTE) return number
  const minutes = Math.floor(timeOfDay / 60_000)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${number} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
