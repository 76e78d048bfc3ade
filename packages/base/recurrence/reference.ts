import { createRequire } from 'node:module'
import { formatRule } from './format-rule.ts'
import { occurrencesAfter } from './occurrences.ts'
import { parseRule } from './parse-rule.ts'
import type { RandomRule } from './random-rules.ts'
import { isWithinDay, type Rule } from './rule.ts'
import { spellOutDays } from './spell-out-days.ts'

const { rrulestr, RRule } = createRequire(import.meta.url)('rrule') as typeof import('rrule')

const DAY = 86_400_000
const OCCURRENCES = 15

/** What two engines say of a rule. */
export interface Compared {
  rule: string
  ours: number[]
  theirs: number[]
}

/**
 * Counts a rule out by our engine and by `rrule`, in UTC, since `rrule` knows no change of clocks. Both stop after a
 * stretch: the reference walks every period of a rule that has none left, up to the year 9999.
 */
export function compareEngines({ rule: text, start }: RandomRule): Compared {
  const { rule, fault } = parseRule(text)
  if (fault !== null) throw new Error(`${text}: ${fault}`)
  const from = Date.parse(`${start}Z`)
  const until = from + stretchOf(rule) * DAY
  const ours = occurrencesAfter({ rule, zone: 'UTC', start }, from - 1, OCCURRENCES).filter((at) => at <= until)
  return { rule: text, ours, theirs: countedByReference(rule, start, until) }
}

function countedByReference(rule: Rule, start: string, until: number): number[] {
  const from = `${start.replaceAll(/[-:]/g, '')}Z`
  const spelled = formatRule(spellOutDays(rule, Date.parse(`${start}Z`)))
  const { origOptions } = rrulestr(`DTSTART:${from}\nRRULE:${spelled}`)
  const found: number[] = []
  new RRule({ ...origOptions, until: new Date(until) }).all((date) => found.push(date.getTime()) < OCCURRENCES)
  return found.slice(0, OCCURRENCES)
}

/** Days in which the engines are compared. */
function stretchOf(rule: Rule): number {
  if (!isWithinDay(rule)) return 20 * 365
  return rule.frequency === 'HOURLY' ? 60 : 2
}
