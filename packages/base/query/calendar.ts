/** A day of the Gregorian calendar as days since 1970-01-01. */
export type Day = number

/** The day of a year, month (1 to 12) and day of the month; null where the calendar has none, or it is out of range. */
export function toDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return null
  if (dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return null
  return Date.UTC(year, month - 1, dayOfMonth) / dayLength
}

/** A day as YYYY-MM-DD. */
export function formatDay(day: Day): string {
  return new Date(day * dayLength).toISOString().slice(0, 10)
}

/** That many months later (or earlier), in the last day of the month where the month is shorter. */
export function addMonths(day: Day, months: number): Day | null {
  const date = new Date(day * dayLength)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months
  const year = Math.floor(month / 12)
  const monthOfYear = month - year * 12 + 1
  return toDay(year, monthOfYear, Math.min(date.getUTCDate(), daysIn(year, monthOfYear)))
}

/** Days since Monday: 0 to 6. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The first day of the month that the day lies in. */
export function startOfMonth(day: Day): Day {
  return day - new Date(day * dayLength).getUTCDate() + 1
}

/** The first day of the year that the day lies in. */
export function startOfYear(day: Day): Day {
  return Date.UTC(new Date(day * dayLength).getUTCFullYear(), 0, 1) / dayLength
}

/** Whether a day is one that can be written as YYYY-MM-DD here. */
export function isInRange(day: Day): boolean {
  return day >= firstDay && day <= lastDay
}

export const dayLength = 86_400_000

const firstYear = 1000
const lastYear = 9998
const firstDay = Date.UTC(firstYear, 0, 1) / dayLength
const lastDay = Date.UTC(lastYear, 11, 31) / dayLength

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
