import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import type { FilterRow } from './tables.ts'

/** A filter of a person's own: what others share is theirs to change. */
export function findOwnFilter(
  db: ReadDatabase<TasksTables>,
  personId: string,
  id: string,
): Promise<FilterRow | undefined> {
  return db
    .selectFrom('tasks_filter')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}
