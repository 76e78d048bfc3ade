import { formatDay, type Day } from '#base/query/calendar.ts'
import { toInstant } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Ritual, RitualPart } from '../../contract.ts'
import type { DayTables, RitualRow } from '../database.ts'
import { isTimeFor, ritualDay, type Today } from '../today.ts'
import { consistencyOf } from './consistency.ts'
import { isPaused, pausesSince } from './pauses.ts'

const LONG = 28

/** How a day was begun and closed, its plan, and how steadily mornings were kept where that may be shown. */
export async function readRitual(
  db: ReadDatabase<DayTables>,
  personId: string,
  today: Today,
  day: Day | undefined,
  games: boolean,
): Promise<Ritual> {
  const [morningDay, eveningDay] = (['morning', 'evening'] as const).map((part) => day ?? ritualDay(today, part))
  const first = formatDay(today.day - LONG)
  const date = formatDay(day ?? today.day)
  const since = [first, formatDay(morningDay!), formatDay(eveningDay!)].sort()[0]!
  const rows = await db
    .selectFrom('day_ritual')
    .selectAll()
    .where('person_id', '=', personId)
    .where('on_day', '>=', since)
    .execute()
  const pauses = await pausesSince(db, personId, since)
  const rowOf = (part: RitualPart, of: Day) => rows.find((row) => row.part === part && row.on_day === formatDay(of))
  const morning = rowOf('morning', morningDay!)
  const evening = rowOf('evening', eveningDay!)
  const paused = isPaused(pauses, date)
  const now = day === undefined || day === today.day
  const held = (row: RitualRow | undefined, part: RitualPart) => ({
    state: row?.state ?? ('open' as const),
    at: row ? toInstant(row.at) : null,
    inWindow: now && isTimeFor(today, part),
  })
  const asks = (row: RitualRow | undefined, part: RitualPart) => now && !row && !paused && isTimeFor(today, part)
  return {
    day: date,
    paused,
    prompt: !games ? null : asks(morning, 'morning') ? 'morning' : asks(evening, 'evening') ? 'evening' : null,
    morning: { ...held(morning, 'morning'), intention: morning?.first ?? '' },
    evening: { ...held(evening, 'evening'), wentWell: evening?.first ?? '', canWait: evening?.second ?? '' },
    taskIds: await planOf(db, personId, date),
    consistency: games ? await readConsistency(db, personId, today, rows, pauses) : null,
  }
}

async function readConsistency(
  db: ReadDatabase<DayTables>,
  personId: string,
  today: Today,
  rows: readonly RitualRow[],
  pauses: Parameters<typeof consistencyOf>[2],
): Promise<Ritual['consistency']> {
  const totals = await db
    .selectFrom('day_ritual')
    .select(['part'])
    .select(({ fn }) => [fn.countAll<number>().as('n'), fn.min('on_day').as('first')])
    .where('person_id', '=', personId)
    .where('state', '=', 'done')
    .groupBy('part')
    .execute()
  const total = (part: RitualPart) => totals.find((row) => row.part === part)
  const mornings = rows.filter(({ part }) => part === 'morning')
  const began = total('morning')?.first ?? null
  return {
    last7: consistencyOf(7, mornings, pauses, began, today.day),
    last28: consistencyOf(LONG, mornings, pauses, began, today.day),
    mornings: Number(total('morning')?.n ?? 0),
    evenings: Number(total('evening')?.n ?? 0),
  }
}

/** The things of a day, by their ids. */
export async function planOf(db: ReadDatabase<DayTables>, personId: string, date: string): Promise<string[]> {
  const row = await db
    .selectFrom('day_plan')
    .select('task_ids')
    .where('person_id', '=', personId)
    .where('on_day', '=', date)
    .executeTakeFirst()
  return row ? (JSON.parse(row.task_ids) as string[]) : []
}
