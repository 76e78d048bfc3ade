import { dayLength, formatDay } from '#base/query/calendar.ts'
import { dayAt, instantOf } from '#base/query/zoned-time.ts'
import { personOf } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { readFocusStatistics } from '../../contract.ts'
import { query, type FocusTables, type SessionRow } from '../database.ts'
import { countedOf, withRecords } from '../history/records.ts'
import { outlinesOf } from '../session/titles.ts'
import { toFigures } from '../statistics/figures.ts'
import { keysOf, piecesOf, Sums } from '../statistics/sums.ts'

const USUAL_DAYS = 28
const MOST_DAYS = 400
/** More than these are read on a thread of their own. */
const MANY = 500
const NO_LABEL = ''

export default query(
  readFocusStatistics,
  async ({ db, actor, ask, fail, now, onThread, setting }, { from, to, zone = serverZone() }) => {
    if (!isZone(zone)) return fail('bad-zone')
    const last = to === undefined ? dayAt(now(), zone) : Date.parse(to) / dayLength
    const first = from === undefined ? last - USUAL_DAYS + 1 : Date.parse(from) / dayLength
    if (first > last || last - first >= MOST_DAYS) return fail('bad-span')

    const personId = personOf(actor)
    const span = { from: instantOf(first, 0, zone), until: instantOf(last + 1, 0, zone) }
    const rows = await sessionsWithin(db, personId, span)
    if (rows.length > MANY) onThread()
    const sessions = (await withRecords(db, rows)).filter((row) => !countedOf(row).leftOut)
    const outlines = await outlinesOf(
      ask,
      sessions.map((row) => countedOf(row).taskId),
    )

    const [hours, weekdays, days, labels] = [new Sums(), new Sums(), new Sums(), new Sums()]
    let milliseconds = 0
    for (const row of sessions) {
      const { taskId, work } = countedOf(row)
      const named = (taskId === null ? undefined : outlines.get(taskId))?.labels ?? []
      for (const stretch of work) {
        const within = { from: Math.max(stretch.from, span.from), until: Math.min(stretch.until, span.until) }
        for (const { wall, length } of piecesOf({ ...within, sessionId: row.session.id }, zone)) {
          const keys = keysOf(wall)
          hours.add(keys.hour, length, row.session.id)
          weekdays.add(keys.weekday, length, row.session.id)
          days.add(keys.day, length, row.session.id)
          for (const label of named.length > 0 ? named : [NO_LABEL]) labels.add(label, length, row.session.id)
          milliseconds += length
        }
      }
    }
    return {
      zone,
      any: sessions.length > 0 || (await hasAny(db, personId)),
      from: formatDay(first),
      to: formatDay(last),
      hours: hours.of(numbers(24)),
      weekdays: weekdays.of(numbers(7)),
      days: days.of(Array.from({ length: last - first + 1 }, (_, index) => formatDay(first + index))),
      labels: labels.most(),
      figures: toFigures(sessions, Math.round(milliseconds / 60_000), await setting(gamesAndPrompts)),
    }
  },
)

/** Sessions that have ended and of which some part counts between two instants. */
async function sessionsWithin(
  db: ReadDatabase<FocusTables>,
  personId: string,
  span: { from: number; until: number },
): Promise<SessionRow[]> {
  return db
    .selectFrom('focus_session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('counts_from', '<', span.until)
    .where('counts_until', '>', span.from)
    .orderBy('counts_from')
    .execute()
}

async function hasAny(db: ReadDatabase<FocusTables>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('focus_session')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index))

/** The time zone of this machine, for whoever does not say theirs. */
function serverZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
