/** An instant in UTC (RFC 5545, 3.3.5). */
export function utcValue(instant: number): string {
  return `${compact(new Date(instant).toISOString().slice(0, 19))}Z`
}

/** A day, or a time as a clock shows it: `2026-11-23` or `2026-11-23T10:00:00`. */
export function wallValue(wall: string): string {
  return compact(wall.slice(0, 19))
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** Minutes as a duration (3.3.6). */
export function durationValue(minutes: number): string {
  return `PT${Math.max(1, Math.round(minutes))}M`
}

const compact = (wall: string) => wall.replace(/[-:]/g, '')
