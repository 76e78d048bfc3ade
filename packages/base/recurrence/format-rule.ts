import type { OrdinalDay, Rule } from './rule.ts'

/** A rule as RFC 5545 writes it, always in the same order, without `RRULE:` and without what goes without saying. */
export function formatRule(rule: Rule): string {
  const lists: [string, readonly (number | string)[]][] = [
    ['BYMONTH', rule.months],
    ['BYWEEKNO', rule.weekNumbers],
    ['BYYEARDAY', rule.yearDays],
    ['BYMONTHDAY', rule.monthDays],
    ['BYDAY', rule.days.map(formatDay)],
    ['BYHOUR', rule.hours],
    ['BYMINUTE', rule.minutes],
    ['BYSECOND', rule.seconds],
    ['BYSETPOS', rule.positions],
  ]
  return [
    `FREQ=${rule.frequency}`,
    rule.interval > 1 && `INTERVAL=${rule.interval}`,
    rule.count !== null && `COUNT=${rule.count}`,
    rule.until !== null && `UNTIL=${rule.until}`,
    ...lists.map(([part, values]) => values.length > 0 && `${part}=${values.join(',')}`),
    rule.weekStart !== 'MO' && `WKST=${rule.weekStart}`,
  ]
    .filter((part) => part !== false)
    .join(';')
}

function formatDay({ ordinal, day }: OrdinalDay): string {
  return `${ordinal ?? ''}${day}`
}
