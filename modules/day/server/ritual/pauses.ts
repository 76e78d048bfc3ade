import { toInstant } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Pause } from '../../contract.ts'
import type { DayTables, PauseRow } from '../database.ts'

export function toPause({ id, from_day, to_day, created_at }: PauseRow): Pause {
  return { id, from: from_day, to: to_day, createdAt: toInstant(created_at) }
}

/** The pauses that touch days from a date on. */
export function pausesSince(db: ReadDatabase<DayTables>, personId: string, date: string): Promise<PauseRow[]> {
  return db
    .selectFrom('day_pause')
    .selectAll()
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', date)]))
    .execute()
}

/** Whether a day lies in one of these pauses. */
export function isPaused(pauses: readonly Pick<PauseRow, 'from_day' | 'to_day'>[], date: string): boolean {
  return pauses.some(({ from_day, to_day }) => from_day <= date && (to_day === null || date <= to_day))
}

/** Whether a person pauses on a day. */
export async function isPausedOn(db: ReadDatabase<DayTables>, personId: string, date: string): Promise<boolean> {
  return isPaused(await pausesSince(db, personId, date), date)
}

/** A pause of this person. */
export function findPause(db: ReadDatabase<DayTables>, personId: string, id: string): Promise<PauseRow | undefined> {
  return db
    .selectFrom('day_pause')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}
