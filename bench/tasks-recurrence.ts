import { occurrencesAfter, nextOccurrence } from '#base/recurrence/occurrences.ts'
import { parseRule } from '#base/recurrence/parse-rule.ts'
import { randomRules } from '#base/recurrence/random-rules.ts'
import { readPrinted } from '#base/recurrence/read-printed.ts'
import { compareEngines } from '#base/recurrence/reference.ts'
import { rfcExamples, rfcZone } from '#base/recurrence/rfc-5545-examples.ts'
import { atLeast, below, type Check } from './lib/check.ts'
import { median } from './lib/median.ts'
import { say } from './lib/say.ts'

const SEED = 5545

/**
 * `tasks.recurrence`: whether recurrences are counted out as RFC 5545 prints them and as another engine counts, how long
 * the next date takes, and how long a rule that never comes can hold anybody up.
 */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const examples = rfcExamples.filter(({ start, excluded = [], rules, printed }) => {
    const { instants, goesOn } = readPrinted(printed)
    return rules.every((rule) => {
      const found = occurrencesAfter({ rule: ruleOf(rule), zone: rfcZone, start, excluded }, 0, instants.length + 1)
      return same(found.slice(0, instants.length), instants) && found.length > instants.length === goesOn
    })
  })
  const random = randomRules(quick ? 300 : 1000, SEED).map(compareEngines)
  const differing = random.filter(({ ours, theirs }) => !same(ours, theirs))
  for (const { rule } of differing) say(`differs: ${rule}`)
  say(`${random.filter(({ ours }) => ours.length > 0).length} of ${random.length} random rules have dates`)

  return {
    checks: [
      atLeast('examples of RFC 5545 as printed', examples.length, rfcExamples.length),
      atLeast('random rules equal to the reference engine', random.length - differing.length, random.length),
      below('milliseconds to the next date, median', median(nextDates()), 5),
      below('milliseconds to give up on a rule that never comes, worst', Math.max(...hostile()), 1000),
    ],
  }
}

function nextDates(): number[] {
  const rules = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=YEARLY;BYMONTH=11']
  return Array.from({ length: 200 }, (_, n) => timeOf(rules[n % rules.length]!, 'Europe/Berlin'))
}

function hostile(): number[] {
  const all = (count: number) => Array.from({ length: count }, (_, value) => value).join(',')
  return [
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=HOURLY;INTERVAL=24;BYHOUR=3',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30',
    `FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=${all(24)};BYMINUTE=${all(60)};BYSECOND=${all(60)};BYSETPOS=366`,
  ].map((rule) => timeOf(rule, 'America/New_York'))
}

function timeOf(rule: string, zone: string): number {
  const began = performance.now()
  nextOccurrence({ rule: ruleOf(rule), zone, start: '2020-01-01T09:00:00' }, Date.UTC(2026, 10, 21))
  return performance.now() - began
}

function ruleOf(text: string) {
  const { rule, fault } = parseRule(text)
  if (fault !== null) throw new Error(`${text}: ${fault}`)
  return rule
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
