const DAY = 86_400_000

/** The time zone of this browser. */
export function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The day it is here, as `YYYY-MM-DD`. */
export function todayHere(): string {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10)
}

/** A day some days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

const short = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', day: 'numeric', month: 'short' })
const whole = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })

/** A day as people name it, short. */
export function dayName(day: string): string {
  return short.format(Date.parse(day))
}

/** A day with its weekday; today and tomorrow by their names. */
export function dayHead(day: string): string {
  const today = todayHere()
  const head = whole.format(Date.parse(day))
  if (day === today) return `Today, ${head}`
  return day === addDays(today, 1) ? `Tomorrow, ${head}` : head
}
