const minute = 60_000
const day = 24 * 60 * minute

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const dayAndMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const dayMonthYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const dayTime = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' })

/** An instant as short as a list needs it: the time today, the day this year, else with the year. */
export function shortDate(instant: string, now = new Date()): string {
  const date = new Date(instant)
  if (date.toDateString() === now.toDateString()) return time.format(date)
  return date.getFullYear() === now.getFullYear() ? dayAndMonth.format(date) : dayMonthYear.format(date)
}

/** The time of an instant, where the day is known. */
export function timeOfDay(instant: string): string {
  return time.format(new Date(instant))
}

/** An instant in full, for tips and for people who want to know. */
export function fullDate(instant: string): string {
  return full.format(new Date(instant))
}

/** A day and its time, short: for choices of a time to come. */
export function dayAndTime(instant: string): string {
  return dayTime.format(new Date(instant))
}

/** A day near today in words, else as a date: for what is due. */
export function dayInWords(instant: string, now = new Date()): string {
  const date = new Date(instant)
  const days = Math.round((startOfDay(date) - startOfDay(now)) / day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return shortDate(instant, now)
}

/** A size in bytes as people say it. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  return `${(bytes / 1000 ** power).toLocaleString(undefined, { maximumFractionDigits: 1 })} ${units[power - 1]}`
}

/** A count with its noun: `1 message`, `1,204 messages`. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString()} ${count === 1 ? noun : `${noun}s`}`
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
