import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/** The one person who sees each private project, by its id. */
export async function privateOwners(db: ReadDatabase<TasksTables>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('tasks_project')
    .select(['id', 'private_to'])
    .where('private_to', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, private_to }) => [id, private_to!]))
}
