import { createRequire } from 'node:module'
import type { RRuleTemporal } from 'rrule-temporal'
import { lazily } from '../lazily.ts'

const require = createRequire(import.meta.url)
// Twelve megabytes: loaded when somebody's task repeats.
const library = lazily(() => require('rrule-temporal') as typeof import('rrule-temporal'))

/** A rule without an end, from a time on: what comes after some time. Times are epoch milliseconds. */
export interface Engine {
  next(after: number): number | null
  first(limit: number): number[]
}

/**
 * Counts out a rule (without COUNT and UNTIL) from a start. In no zone it counts on the clock of the wall, shown as if it
 * were UTC. The library gives up after 10,000 periods or a million candidates: nothing comes then.
 */
export function openEngine(rule: string, start: number, zone: string | null): Engine {
  const compact = new Date(start).toISOString().replace(/[-:]|\.\d{3}/g, '')
  const from = zone === null ? `:${compact}` : `;TZID=${zone}:${compact.slice(0, -1)}`
  const { RRuleTemporal } = library()
  const recurrence = new RRuleTemporal({ rruleString: `DTSTART${from}\nRRULE:${rule}`, cache: false })
  return {
    next: (after) => orNothing(() => recurrence.next(new Date(after))?.epochMilliseconds ?? null) ?? null,
    first: (limit) => firstOf(recurrence, limit),
  }
}

function firstOf(recurrence: RRuleTemporal, limit: number): number[] {
  const found: number[] = []
  orNothing(() =>
    recurrence.all((date) => {
      found.push(date.epochMilliseconds)
      return found.length < limit
    }),
  )
  return found
}

/** The library throws where it gives up, and where a date is beyond what can be written. */
function orNothing<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Error && /exceeded|out of range/i.test(cause.message)) return undefined
    throw cause
  }
}
