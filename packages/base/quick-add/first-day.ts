import { dayLength, weekday, type Day } from '../query/calendar.ts'

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const DAYS_AHEAD = 4 * 366

/** The first day from `from` on that a rule of quick add names; intervals count from there. */
export function firstDay(rule: string, from: Day): Day {
  const parts = Object.fromEntries(rule.split(';').map((part) => part.split('=') as [string, string]))
  for (let day = from; day < from + DAYS_AHEAD; day++) if (fits(parts, day)) return day
  return from
}

function fits({ BYDAY, BYMONTHDAY, BYMONTH }: Record<string, string | undefined>, day: Day): boolean {
  const date = new Date(day * dayLength)
  if (BYMONTH !== undefined && Number(BYMONTH) !== date.getUTCMonth() + 1) return false
  if (BYMONTHDAY !== undefined && !isDayOfMonth(Number(BYMONTHDAY), date)) return false
  return BYDAY === undefined || BYDAY.split(',').some((entry) => isWeekday(entry, day, date))
}

function isDayOfMonth(wanted: number, date: Date): boolean {
  return wanted === date.getUTCDate() || (wanted < 0 && lengthOfMonth(date) + 1 + wanted === date.getUTCDate())
}

/** `TU` any Tuesday, `2TU` the second and `-1TU` the last of the month. */
function isWeekday(entry: string, day: Day, date: Date): boolean {
  if (CODES[weekday(day)] !== entry.slice(-2)) return false
  const nth = Number(entry.slice(0, -2) || 0)
  if (nth > 0) return Math.ceil(date.getUTCDate() / 7) === nth
  return nth === 0 || Math.ceil((lengthOfMonth(date) - date.getUTCDate() + 1) / 7) === -nth
}

function lengthOfMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}
