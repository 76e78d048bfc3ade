import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { DayTables, EnergyRow } from '../database.ts'

/** What a person noted on a day, oldest first. */
export function energyOn(db: ReadDatabase<DayTables>, personId: string, date: string): Promise<EnergyRow[]> {
  return db
    .selectFrom('day_energy')
    .selectAll()
    .where('person_id', '=', personId)
    .where('on_day', '=', date)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** The energy a person noted last today; null where they noted none. */
export async function latestEnergy(
  db: ReadDatabase<DayTables>,
  personId: string,
  date: string,
): Promise<number | null> {
  return (await energyOn(db, personId, date)).at(-1)?.level ?? null
}
