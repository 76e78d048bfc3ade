import { frequencies, weekdays, type Frequency, type OrdinalDay, type Rule, type Weekday } from './rule.ts'
import { misplacedPart } from './misplaced-part.ts'

/** A rule that was read, or a sentence that says what is wrong with it. */
export type ParsedRule = { rule: Rule; fault: null } | { rule: null; fault: string }

/** Longer rules are nobody's; the limits below keep a hostile one from taking long. */
const MOST_LETTERS = 500
const MOST_INTERVAL = 1000
const MOST_COUNT = 1000

/** The parts that hold numbers: their member, their least and greatest, and whether they may count from the end. */
const NUMBERS = {
  BYMONTH: ['months', 1, 12, false],
  BYWEEKNO: ['weekNumbers', 1, 53, true],
  BYYEARDAY: ['yearDays', 1, 366, true],
  BYMONTHDAY: ['monthDays', 1, 31, true],
  BYHOUR: ['hours', 0, 23, false],
  BYMINUTE: ['minutes', 0, 59, false],
  BYSECOND: ['seconds', 0, 59, false],
  BYSETPOS: ['positions', 1, 366, true],
} as const

const PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', ...Object.keys(NUMBERS)]

/**
 * Reads a recurrence rule (RFC 5545 section 3.3.10), with or without `RRULE:`, in any letter case. What the RFC forbids is
 * a fault, and so is what nobody needs and takes long to count: more than 1000 times, or intervals of more than 1000.
 */
export function parseRule(text: string): ParsedRule {
  try {
    const rule = readRule(text)
    const misplaced = misplacedPart(rule)
    return misplaced ? { rule: null, fault: misplaced } : { rule, fault: null }
  } catch (cause) {
    if (cause instanceof Fault) return { rule: null, fault: cause.message }
    throw cause
  }
}

/** What is wrong, from wherever it is found. It never leaves this file. */
class Fault extends Error {}

function readRule(text: string): Rule {
  const parts = readParts(text)
  const frequency = parts.get('FREQ')
  if (frequency === undefined) throw new Fault('A rule says how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY')
  if (!isOneOf(frequencies, frequency)) throw new Fault(`FREQ cannot be ${frequency}; it is ${frequencies.join(', ')}`)
  if (parts.has('COUNT') && parts.has('UNTIL')) throw new Fault('A rule ends by COUNT or by UNTIL, not by both')
  const weekStart = parts.get('WKST') ?? 'MO'
  if (!isOneOf(weekdays, weekStart)) throw new Fault(`WKST cannot be ${weekStart}; it is ${weekdays.join(', ')}`)

  return {
    frequency: frequency as Frequency,
    interval: readNumber(parts, 'INTERVAL', MOST_INTERVAL) ?? 1,
    count: readNumber(parts, 'COUNT', MOST_COUNT),
    until: readUntil(parts.get('UNTIL')),
    days: (parts.get('BYDAY')?.split(',') ?? []).map(readDay),
    weekStart,
    ...readLists(parts),
  }
}

function readParts(text: string): Map<string, string> {
  if (text.length > MOST_LETTERS) throw new Fault(`A rule has at most ${MOST_LETTERS} letters`)
  const body = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
  const parts = new Map<string, string>()
  for (const part of body.split(';')) {
    const [, name, value] = /^([A-Z]+)=(.+)$/.exec(part.trim()) ?? []
    if (name === undefined || value === undefined)
      throw new Fault(`"${part}" is not a part of a rule such as FREQ=DAILY`)
    if (!PARTS.includes(name)) throw new Fault(`${name} is not a part that a rule can have`)
    if (parts.has(name)) throw new Fault(`${name} stands twice`)
    parts.set(name, value)
  }
  return parts
}

function readNumber(parts: Map<string, string>, name: 'INTERVAL' | 'COUNT', most: number): number | null {
  const text = parts.get(name)
  if (text === undefined) return null
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (value < 1 || value > most) throw new Fault(`${name} is a number from 1 to ${most}, not ${text}`)
  return value
}

function readLists(parts: Map<string, string>) {
  const lists = Object.entries(NUMBERS).map(([name, [member, least, most, fromEnd]]) => {
    const values = (parts.get(name)?.split(',') ?? []).map((text) => {
      const value = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : Number.NaN
      const size = fromEnd ? Math.abs(value) : value
      if (size >= least && size <= most) return value
      throw new Fault(`${name} has ${text}; it takes ${least} to ${most}${fromEnd ? `, or -${most} to -${least}` : ''}`)
    })
    return [member, [...new Set(values)].sort((a, b) => a - b)]
  })
  return Object.fromEntries(lists) as Record<(typeof NUMBERS)[keyof typeof NUMBERS][0], number[]>
}

function readDay(text: string): OrdinalDay {
  const [, ordinal, day] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? []
  const nth = ordinal === undefined ? null : Number(ordinal)
  if (day === undefined || nth === 0 || Math.abs(nth ?? 0) > 52) {
    throw new Fault(`BYDAY has ${text}; it takes weekdays such as MO, 1MO for the first or -1FR for the last`)
  }
  return { day: day as Weekday, ordinal: nth }
}

function readUntil(text: string | undefined): string | null {
  if (text === undefined) return null
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(?:T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/.exec(text) ?? []
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  if (year !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)) return text
  throw new Fault(`UNTIL is a date such as 20271231 or a time such as 20271231T090000Z, not ${text}`)
}

function isOneOf<T extends string>(values: readonly T[], value: string): value is T {
  return (values as readonly string[]).includes(value)
}
