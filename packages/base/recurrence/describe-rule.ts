import type { Frequency, OrdinalDay, Rule, Weekday } from './rule.ts'

const UNITS: Record<Frequency, string> = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
}
const DAYS: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A rule in short, plain English words, such as "every 2 weeks on Monday and Friday, 10 times". */
export function describeRule(rule: Rule): string {
  const dates = [...dayWords(rule), ...monthWords(rule)]
  return [...everyWords(rule), ...dates, ...timeWords(rule)].join(' ') + endWords(rule)
}

function everyWords(rule: Rule): string[] {
  if (isWorkday(rule) && rule.interval === 1 && rule.positions.length === 0) {
    if (rule.frequency === 'WEEKLY' || rule.frequency === 'DAILY') return ['every weekday']
  }
  const unit = UNITS[rule.frequency]
  return [rule.interval === 1 ? `every ${unit}` : `every ${rule.interval} ${unit}s`]
}

function dayWords(rule: Rule): string[] {
  const { frequency, days, monthDays, yearDays, weekNumbers, positions, interval } = rule
  const words: string[] = []
  if (weekNumbers.length > 0) words.push(`in week ${list(weekNumbers.map(String))}`)
  if (yearDays.length > 0) words.push(`on ${list(yearDays.map((day) => nth(day, 'day of the year')))}`)
  if (positions.length > 0) return [...words, `on ${list(positions.map((position) => chosen(rule, position)))}`]
  const saidAlready = isWorkday(rule) && interval === 1 && (frequency === 'WEEKLY' || frequency === 'DAILY')
  const names = days.map(dayName)
  const numbers = monthDays.map((day) => (day > 0 ? `the ${ordinal(day)}` : nth(day, 'day')))
  if (names.length > 0 && numbers.length > 0) words.push(`on ${list(names, 'or')} that is ${list(numbers, 'or')}`)
  else if (names.length > 0 && !saidAlready) words.push(`on ${list(names)}`)
  else if (numbers.length > 0) words.push(`on ${list(numbers)}`)
  return words
}

/** What BYSETPOS picks: of Monday to Friday "the last weekday", of others "the 2nd of Monday and Friday". */
function chosen(rule: Rule, position: number): string {
  if (isWorkday(rule)) return nth(position, 'weekday')
  if (isEveryDay(rule)) return nth(position, 'day')
  const among = [...rule.days.map(dayName), ...rule.monthDays.map((day) => nth(day, 'day'))]
  if (among.length === 0) return nth(position, 'of its times')
  return `${nth(position, 'of')} ${list(among)}`
}

function monthWords({ months, frequency, days, monthDays }: Rule): string[] {
  if (months.length === 0) return []
  const names = list(months.map((month) => MONTHS[month - 1]!))
  return [frequency === 'YEARLY' && days.length === 0 && monthDays.length > 0 ? `of ${names}` : `in ${names}`]
}

function timeWords({ hours, minutes, frequency }: Rule): string[] {
  if (hours.length === 0) return minutes.length > 0 ? [`at minute ${list(minutes.map(String))}`] : []
  if (frequency === 'MINUTELY' || frequency === 'SECONDLY' || hours.length * Math.max(minutes.length, 1) > 6) {
    return [`in the hours ${list(hours.map(String))}`]
  }
  // Without BYMINUTE the minute is the start's, which the rule does not know.
  if (minutes.length === 0) return [`at ${list(hours.map((hour) => `${hour} o’clock`))}`]
  const times = hours.flatMap((hour) => minutes.map((minute) => `${hour}:${String(minute).padStart(2, '0')}`))
  return [`at ${list(times)}`]
}

function endWords({ count, until }: Rule): string {
  if (count !== null) return count === 1 ? ', once' : `, ${count} times`
  if (until === null) return ''
  return `, until ${Number(until.slice(6, 8))} ${MONTHS[Number(until.slice(4, 6)) - 1]} ${until.slice(0, 4)}`
}

function dayName({ day, ordinal: which }: OrdinalDay): string {
  return which === null ? DAYS[day] : nth(which, DAYS[day])
}

/** "the 2nd Monday", "the last day", "the 3rd last day". */
function nth(which: number, what: string): string {
  if (which === -1) return `the last ${what}`
  if (which < 0) return `the ${ordinal(-which)} last ${what}`
  return `the ${which === 1 ? 'first' : ordinal(which)} ${what}`
}

function ordinal(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return `${value}th`
  return `${value}${['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'}`
}

function isWorkday({ days }: Rule): boolean {
  return (
    ['MO', 'TU', 'WE', 'TH', 'FR'].every((name) => days.some(({ day, ordinal: which }) => day === name && !which)) &&
    days.length === 5
  )
}

function isEveryDay({ days }: Rule): boolean {
  return days.length === 7 && days.every(({ ordinal: which }) => which === null)
}

function list(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
