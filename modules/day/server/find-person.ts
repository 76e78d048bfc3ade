import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { DayTables } from './database.ts'

type PersonRow = DayTables['day_person']

/** What is kept of a person besides their days; empty where nothing is. */
export async function findPerson(db: ReadDatabase<DayTables>, personId: string): Promise<PersonRow> {
  const row = await db
    .selectFrom('day_person')
    .select(['person_id', 'compass', 'energy_postponed_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? { person_id: personId, compass: null, energy_postponed_at: null }
}

/** Keeps something of a person. */
export async function savePerson(
  db: WriteDatabase<DayTables>,
  personId: string,
  change: Partial<Omit<PersonRow, 'person_id'>>,
): Promise<void> {
  const row = { ...(await findPerson(db, personId)), ...change }
  await db.deleteFrom('day_person').where('person_id', '=', personId).execute()
  await db.insertInto('day_person').values(row).execute()
}
