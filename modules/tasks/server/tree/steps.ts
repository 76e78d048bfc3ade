import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import { STEP } from './levels.ts'

/** Which of these tasks have steps. */
export async function whichHaveSteps(db: ReadDatabase<TasksTables>, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('tasks_task')
    .select('parent_id')
    .distinct()
    .where('parent_id', 'in', ids)
    .where('level', '=', STEP)
    .where('deleted_at', 'is', null)
    .execute()
  return new Set(rows.map(({ parent_id }) => parent_id!))
}
