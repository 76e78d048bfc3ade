import { dayLength } from '../query/calendar.ts'
import { instantOf, wallClock } from '../query/zoned-time.ts'
import { formatRule } from './format-rule.ts'
import { openEngine } from './engine.ts'
import { isWithinDay, type Rule } from './rule.ts'
import { spellOutDays } from './spell-out-days.ts'

/** What repeats: a rule, the time zone it is meant in, and where it begins. */
export interface Recurrence {
  rule: Rule
  /** An IANA name. */
  zone: string
  /** DTSTART as the clock on the wall shows it, `YYYY-MM-DDTHH:MM:SS`. It counts where the rule gives it. */
  start: string
  /** EXDATE: times that are left out as the wall shows them, or dates for all of a day. */
  excluded?: readonly string[]
}

/** More at once than anybody looks at. */
export const MOST_OCCURRENCES = 1000
/** No zone sets its clock by more, so that the wall's time a day before is before. */
const SLACK = 26 * 3_600_000
/** Left-out times that are passed over in one search before it gives up. */
const MOST_PASSED = 2000

/**
 * The occurrences after an instant (epoch milliseconds), in order, at most `limit`.
 *
 * Days, weeks, months and years go by the clock on the wall: nine o'clock stays nine o'clock. A time that the clock skips
 * comes at the end of the gap and one that it shows twice comes once, the first time, so that no day of a rule is missed.
 * Rules within a day follow time as it passes; of an hour that the clock shows twice they take the first.
 */
export function occurrencesAfter(recurrence: Recurrence, after: number, limit: number): number[] {
  const found: number[] = []
  for (const instant of walk(recurrence, after)) {
    if (instant <= after || instant === found.at(-1)) continue
    found.push(instant)
    if (found.length >= Math.min(limit, MOST_OCCURRENCES)) break
  }
  return found
}

/** The next occurrence after an instant, or null where the rule has ended. */
export function nextOccurrence(recurrence: Recurrence, after: number): number | null {
  return occurrencesAfter(recurrence, after, 1)[0] ?? null
}

function* walk(recurrence: Recurrence, after: number): Generator<number> {
  const { rule, zone, excluded } = recurrence
  const end = endOf(rule.until, zone)
  const left = new Set(excluded)
  let passed = 0
  for (const instant of candidates(recurrence, after)) {
    if (instant > end) return
    const wall = toWall(instant, zone)
    if (!left.has(wall) && !left.has(wall.slice(0, 10))) yield instant
    else if (++passed > MOST_PASSED) return
  }
}

/** What the rule gives by itself, from some time before `after` on. */
function* candidates({ rule, zone, start }: Recurrence, after: number): Generator<number> {
  const within = isWithinDay(rule)
  const endless = formatRule(spellOutDays({ ...rule, count: null, until: null }, fromWall(start)))
  const engine = openEngine(endless, fromWall(start), within ? zone : null)
  const toInstant = (time: number) => (within ? time : fromWallTime(time, zone))
  if (rule.count !== null) {
    yield* engine.first(rule.count).map(toInstant)
    return
  }
  const beginning = within ? after : wallClock(after, zone) - SLACK
  for (let time = engine.next(beginning); time !== null; time = engine.next(time)) yield toInstant(time)
}

/** The last instant that UNTIL lets through: a date's is the end of that day, a time without `Z` is the wall's. */
function endOf(until: string | null, zone: string): number {
  if (until === null) return Number.POSITIVE_INFINITY
  const time = fromWall(
    until.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/, (_, year, month, day, ...clock: string[]) => {
      const [hour = '23', minute = '59', second = '59'] = clock.slice(0, 3)
      return `${year}-${month}-${day}T${hour}:${minute}:${second}`
    }),
  )
  return until.endsWith('Z') ? time : fromWallTime(time, zone)
}

/** The instant of a time on the wall, given as epoch milliseconds as if it were UTC. */
function fromWallTime(time: number, zone: string): number {
  const day = Math.floor(time / dayLength)
  return instantOf(day, time - day * dayLength, zone)
}

/** An instant as the clock on the wall of a zone shows it, `YYYY-MM-DDTHH:MM:SS`. */
export function toWall(instant: number, zone: string): string {
  return new Date(wallClock(instant, zone)).toISOString().slice(0, 19)
}

/** What a wall shows, `YYYY-MM-DDTHH:MM:SS`, as an instant: the end of the gap where the clock skips it. */
export function toInstantOfWall(wall: string, zone: string): number {
  return fromWallTime(fromWall(wall), zone)
}

function fromWall(wall: string): number {
  return Date.parse(`${wall}Z`)
}
