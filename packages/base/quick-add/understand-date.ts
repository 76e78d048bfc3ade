import { addMonths, formatDay, startOfMonth, startOfYear, toDay, weekday, type Day } from '../query/calendar.ts'
import type { Candidate } from './candidate.ts'
import type { FoundDate, Language } from './language.ts'
import type { DateChip } from './read-date.ts'

export interface MeantDate extends Pick<DateChip, 'on' | 'date' | 'time'> {
  /** What was said of the day. */
  says: { weekday: boolean; calendar: boolean; year: boolean; dayOfMonth: boolean }
}

/** The day and the time of what chrono found, on the wall clock; null for what is over or no day at all. */
export function understand(found: FoundDate, candidate: Candidate, today: Day, language: Language): MeantDate | null {
  if (language.never.test(candidate.lower)) return null
  const { start } = found
  const isDay = start.isCertain('day')
  // A number alone is an hour behind "at"; 16:9 is a ratio.
  if (!isDay && /^[\d.]+$/.test(candidate.lower) && !language.hourLead.test(candidate.lead)) return null
  if (!isDay && /^\d{1,2}[:.]\d$/.test(candidate.lower)) return null
  const time = timeOf(found, candidate, language)
  const says = {
    weekday: start.isCertain('weekday'),
    calendar: /\d|\p{L}/u.test(candidate.lower) && start.isCertain('month') && !isRelative(candidate, language),
    year: start.isCertain('year') && /\d{4}/.test(candidate.lower),
    dayOfMonth: isDay,
  }
  const day = dayOf(found, candidate, today, language)
  if (day === null ? time === null : day < today) return null
  const starts = language.startLead.test(candidate.lead)
  // "After 5 pm" says no time at which it is due, "from 5 pm" does.
  if (day === null && language.afterLead.test(candidate.lead)) return null
  return { on: starts && day !== null ? 'start' : 'due', date: day === null ? null : formatDay(day), time, says }
}

function isRelative({ lower }: Candidate, { relative, relativePhrase }: Language): boolean {
  return relative.test(lower) || relativePhrase.test(lower)
}

function dayOf({ start }: FoundDate, { lower }: Candidate, today: Day, language: Language): Day | null {
  if (lower === language.tomorrow) return today + 1
  const said = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month')
  if (!said) return language.tonight.test(lower) ? today : null
  const day = toDay(start.get('year')!, start.get('month')!, start.get('day')!)
  if (day === null) return null
  // "Next week" is its Monday, "next month" its first.
  if (language.nextWeek.test(lower)) return today - weekday(today) + 7
  if (language.nextMonth.test(lower)) return startOfMonth(addMonths(startOfMonth(today), 1)!)
  if (language.nextYear.test(lower)) return startOfYear(day)
  return start.isCertain('day') || start.isCertain('weekday') ? day : startOfMonth(day)
}

/** `HH:MM`, said as such or as a part of the day. */
function timeOf({ start }: FoundDate, { lower }: Candidate, language: Language): string | null {
  if (!start.isCertain('hour')) return partOfDay(lower, language)
  // "In 3 days" is a day: only hours and minutes from now are a time.
  const hour = start.get('hour')!
  const early = hour >= 1 && hour <= 6 && !start.isCertain('meridiem') && !/\b0\d/.test(lower)
  return toTime(early && language.bareHour.test(lower) ? hour + 12 : hour, start.get('minute') ?? 0)
}

/** The hour of a part of the day. */
export function partOfDay(lower: string, { partsOfDay }: Language): string | null {
  const found = partsOfDay.find(([pattern]) => pattern.test(lower))
  return found ? toTime(found[1], 0) : null
}

function toTime(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
