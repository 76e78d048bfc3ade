import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { FocusTables } from '../database.ts'
import { withRecords, type PastRow } from './records.ts'

/** A session of a person with all that was said of it. */
export async function findPast(
  db: ReadDatabase<FocusTables>,
  personId: string,
  id: string,
): Promise<PastRow | undefined> {
  const session = await db
    .selectFrom('focus_session')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return session && (await withRecords(db, [session]))[0]
}
