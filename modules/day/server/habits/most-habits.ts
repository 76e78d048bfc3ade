import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { DayTables } from '../database.ts'

/** More than these nobody keeps, and all of them are read at once. */
export const MOST_HABITS = 100

/** How many habits a person has that are not archived. */
export async function countOpenHabits(db: ReadDatabase<DayTables>, personId: string): Promise<number> {
  const { n } = await db
    .selectFrom('day_habit')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('archived', '=', 0)
    .executeTakeFirstOrThrow()
  return Number(n)
}
