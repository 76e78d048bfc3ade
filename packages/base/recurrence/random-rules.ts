import { frequencies, weekdays } from './rule.ts'

/** A rule that nobody wrote, and where it begins as the clock shows it. */
export interface RandomRule {
  rule: string
  start: string
}

/** Random rules that RFC 5545 allows, the same for the same seed: every part, alone and with others. */
export function randomRules(count: number, seed: number): RandomRule[] {
  const random = generator(seed)
  return Array.from({ length: count }, () => randomRule(random))
}

type Random = (below: number) => number

function randomRule(random: Random): RandomRule {
  const frequency = frequencies[random(10) < 8 ? 3 + random(4) : random(3)]!
  const chance = (percent: number) => random(100) < percent
  const parts = [`FREQ=${frequency}`]
  const add = (name: string, values: (number | string)[]) => parts.push(`${name}=${[...new Set(values)].join(',')}`)
  const some = (most: number, value: () => number | string) => Array.from({ length: 1 + random(most) }, value)
  const signed = (most: number) => (chance(30) ? -1 : 1) * (1 + random(most))

  if (chance(50)) parts.push(`INTERVAL=${2 + random(5)}`)
  // Within a day the reference walks every period: a rule that seldom or never matches would keep it busy for minutes.
  const limited = frequencies.indexOf(frequency) < 3
  const stepped = limited && parts.length > 1
  if (chance(25)) parts.push(`COUNT=${1 + random(60)}`)
  if (!limited && chance(25))
    add(
      'BYMONTH',
      some(4, () => 1 + random(12)),
    )
  const byWeekNumber = frequency === 'YEARLY' && chance(15)
  // Days of the first and last week that lie in another year are left out by the reference.
  if (byWeekNumber)
    add(
      'BYWEEKNO',
      some(3, () => 2 + random(50)),
    )
  const byYearDay = frequency === 'YEARLY' && !byWeekNumber && chance(10)
  if (byYearDay)
    add(
      'BYYEARDAY',
      some(4, () => signed(365)),
    )
  const ofMonth = !limited && !byYearDay && !byWeekNumber && frequency !== 'WEEKLY' && chance(25)
  if (ofMonth)
    add(
      'BYMONTHDAY',
      some(5, () => signed(28)),
    )
  if (!byYearDay && (!limited || frequency === 'HOURLY') && chance(35))
    add(
      'BYDAY',
      some(4, () => randomDay(frequency, byWeekNumber || ofMonth, random)),
    )
  if (!stepped && chance(15))
    add(
      'BYHOUR',
      some(3, () => random(24)),
    )
  if (!stepped && chance(15))
    add(
      'BYMINUTE',
      some(3, () => random(60)),
    )
  if (frequency === 'SECONDLY' && !stepped && chance(15))
    add(
      'BYSECOND',
      some(2, () => random(60)),
    )
  // The reference counts weeks from the start, wraps positions beyond the set and repeats a date that is chosen twice.
  const chooses = !limited && frequency !== 'WEEKLY' && parts.some((part) => part.startsWith('BY'))
  if (chooses && chance(20)) parts.push(`BYSETPOS=${chance(50) ? 1 : -1}`)
  if (chance(25)) parts.push(`WKST=${weekdays[random(7)]}`)
  const pad = (value: number) => String(value).padStart(2, '0')
  const day = `${1995 + random(30)}-${pad(1 + random(12))}-${pad(1 + random(28))}`
  return { rule: parts.join(';'), start: `${day}T${pad(random(24))}:${pad(random(60))}:00` }
}

function randomDay(frequency: string, plain: boolean, random: Random): string {
  const day = weekdays[random(7)]!
  if (plain || (frequency !== 'MONTHLY' && frequency !== 'YEARLY') || random(2) === 0) return day
  return `${(random(2) === 0 ? -1 : 1) * (1 + random(4))}${day}`
}

/** Mulberry32: small, and the same everywhere. */
function generator(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
