import type { Bucket, Figure } from '#modules/insights/contract.ts'

/** Minutes as people say them: 45 min, 3 h, 2 h 30. */
export function minutesInWords(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)} min`
  const whole = Math.floor(minutes / 60)
  const rest = Math.round(minutes - whole * 60)
  return rest === 0 ? `${whole.toLocaleString()} h` : `${whole.toLocaleString()} h ${String(rest).padStart(2, '0')}`
}

/** A range of minutes as people say it: 20 to 45 min. */
export function rangeInWords({ from, to }: { from: number; to: number }): string {
  if (from === to) return minutesInWords(from)
  return to < 60 ? `${from} to ${to} min` : `${minutesInWords(from)} to ${minutesInWords(to)}`
}

/** A figure's value as it is shown. */
export function valueInWords({ value, unit }: Figure): string {
  if (value === null) return '–'
  if (unit === 'minutes') return minutesInWords(value)
  if (unit === 'times') return `${value.toLocaleString(undefined, { maximumFractionDigits: 2 })} ×`
  if (unit === 'percent') return `${Math.round(value)} %`
  return value.toLocaleString()
}

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const weekdayFormat = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** The day or the week of a bucket: "Mon, 16 Nov", "16 Nov to 22 Nov". */
export function spanInWords({ from, to }: Pick<Bucket, 'from' | 'to'>): string {
  if (from === to) return weekdayFormat.format(new Date(from))
  return `${dayFormat.format(new Date(from))} to ${dayFormat.format(new Date(to))}`
}

/** The first day of a bucket, short enough to stand below a bar. */
export function dayInShort({ from }: Pick<Bucket, 'from'>): string {
  return dayFormat.format(new Date(from))
}
