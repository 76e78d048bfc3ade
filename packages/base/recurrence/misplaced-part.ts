import type { Rule } from './rule.ts'

/** What RFC 5545 forbids of parts that are well written by themselves, as a sentence; null where all may stand. */
export function misplacedPart(rule: Rule): string | null {
  const { frequency, days, monthDays, yearDays, weekNumbers, positions } = rule
  if (weekNumbers.length > 0 && frequency !== 'YEARLY') return 'BYWEEKNO goes with FREQ=YEARLY alone'
  if (yearDays.length > 0 && (frequency === 'DAILY' || frequency === 'WEEKLY' || frequency === 'MONTHLY')) {
    return `BYYEARDAY does not go with FREQ=${frequency}`
  }
  if (yearDays.length > 0 && [monthDays, days, weekNumbers].some((list) => list.length > 0)) {
    return 'BYYEARDAY says the days by itself: leave out BYMONTHDAY, BYDAY and BYWEEKNO'
  }
  if (monthDays.length > 0 && frequency === 'WEEKLY') return 'BYMONTHDAY does not go with FREQ=WEEKLY'
  if (days.some(({ ordinal }) => ordinal !== null)) {
    if (frequency !== 'MONTHLY' && frequency !== 'YEARLY') {
      return 'Numbers in BYDAY, such as 1MO, go with FREQ=MONTHLY and FREQ=YEARLY alone'
    }
    if (weekNumbers.length > 0) return 'Numbers in BYDAY, such as 1MO, do not go with BYWEEKNO'
  }
  if (positions.length > 0 && !choosesAmongSome(rule)) return 'BYSETPOS chooses among what another BY… part gives'
  return null
}

function choosesAmongSome(rule: Rule): boolean {
  const { months, weekNumbers, yearDays, monthDays, days, hours, minutes, seconds } = rule
  return [months, weekNumbers, yearDays, monthDays, days, hours, minutes, seconds].some((list) => list.length > 0)
}
