import { weekdays, type OrdinalDay, type Rule } from './rule.ts'

/**
 * A rule with its days said in one way, for engines that read RFC 5545 differently where it leaves them room. A BYDAY that
 * mixes plain weekdays with counted ones has all of them counted: `MO,-1FR` of a month becomes
 * `1MO,2MO,3MO,4MO,-1MO,-1FR`. BYWEEKNO without a day takes the weekday of the start (epoch milliseconds on the wall).
 */
export function spellOutDays(rule: Rule, start: number): Rule {
  if (rule.weekNumbers.length > 0) return rule.days.length > 0 ? rule : { ...rule, days: [weekdayOf(start)] }
  const counted = rule.days.filter(({ ordinal }) => ordinal !== null)
  if (counted.length === 0 || counted.length === rule.days.length) return rule
  const most = rule.frequency === 'YEARLY' && rule.months.length === 0 ? 52 : 4
  return { ...rule, days: rule.days.flatMap((day) => (day.ordinal === null ? allOf(day, most) : [day])) }
}

function weekdayOf(start: number): OrdinalDay {
  return { day: weekdays[(new Date(start).getUTCDay() + 6) % 7]!, ordinal: null }
}

/** Those there always are, and the last, which may be one more. */
function allOf({ day }: OrdinalDay, most: number): OrdinalDay[] {
  return [...Array.from({ length: most }, (_, index) => ({ day, ordinal: index + 1 })), { day, ordinal: -1 }]
}
