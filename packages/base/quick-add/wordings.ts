import type { Wording } from './language.ts'

/** A parser as chrono takes one. */
interface ChronoParser {
  pattern: () => RegExp
  extract: (context: { reference: { instant: Date } }, match: RegExpMatchArray) => ReturnType<Wording['read']>
}

interface ChronoOf<Parser> {
  parsers: Parser[]
}

/** A language of chrono with our own wordings before its. */
export function withWordings<Parser, Chrono extends ChronoOf<Parser> & { clone: () => Chrono }>(
  chrono: Chrono,
  wordings: readonly Wording[],
): Chrono {
  const own = chrono.clone()
  own.parsers.unshift(...wordings.map((wording) => toParser(wording) as Parser))
  return own
}

function toParser({ pattern, read }: Wording): ChronoParser {
  return { pattern: () => pattern, extract: ({ reference }, match) => read(match, reference.instant) }
}

/** The next such day of a month, today counts: "the 15th". */
export function dayOfMonth(day: number, today: Date): { year: number; month: number; day: number } | null {
  for (let ahead = 0; ahead < 12; ahead++) {
    const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, day))
    const later = ahead > 0 || day >= today.getUTCDate()
    if (day >= 1 && later && date.getUTCDate() === day) return daysFrom(date, 0)
  }
  return null
}

/** The next such day of a year: "24.12.". */
export function dayOfYear(
  day: number,
  month: number,
  today: Date,
): { year: number; month: number; day: number } | null {
  const start = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate())
  for (let year = today.getUTCFullYear(); year < today.getUTCFullYear() + 5; year++) {
    const date = new Date(Date.UTC(year, month - 1, day))
    if (date.getTime() >= start && date.getUTCDate() === day && date.getUTCMonth() === month - 1)
      return daysFrom(date, 0)
  }
  return null
}

/** That many days after a day. */
export function daysFrom(today: Date, days: number): { year: number; month: number; day: number } {
  const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** A month (0 to 11) by itself: this year's, or the next where it is over. */
export function monthOf(month: number, today: Date): { year: number; month: number } {
  const later = month >= today.getUTCMonth()
  return { year: today.getUTCFullYear() + (later ? 0 : 1), month: month + 1 }
}

/** The last day of the month. */
export function endOfMonth(today: Date, ahead = 0): { year: number; month: number; day: number } {
  return daysFrom(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead + 1, 0)), 0)
}

/** The next such weekday (1 is Monday, 7 Sunday); today counts. */
export function nextWeekday(wanted: number, today: Date): { year: number; month: number; day: number } {
  return daysFrom(today, (wanted - today.getUTCDay() + 7) % 7)
}
