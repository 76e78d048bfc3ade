import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import type { Shelf } from '../shelf.ts'

/** Reading fewer tasks than these takes less than handing the work to a thread. */
const LONG = 3000

/** Whether reading all tasks of some shelves would hold up others. */
export async function isLong(db: ReadDatabase<TasksTables>, shelves: readonly Shelf[]): Promise<boolean> {
  for (const shelf of shelves) {
    const row = await db
      .selectFrom('tasks_task')
      .select('id')
      .where('shelf', '=', shelf)
      .orderBy('id')
      .offset(LONG)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}
