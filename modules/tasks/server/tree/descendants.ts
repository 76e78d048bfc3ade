import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { DEEPEST, idsBelow } from './below.ts'

const SLIM = [
  'id',
  'parent_id',
  'level',
  'position',
  'status',
  'estimate_min',
  'estimate_max',
  'spent_minutes',
  'deleted_at',
] as const

/** What sums and bulk work need of a task. */
export type SlimRow = Pick<TaskRow, (typeof SLIM)[number]>

/** All below a task, level by level, what lies in the trash too. */
export async function descendantsOf(db: ReadDatabase<TasksTables>, id: string): Promise<SlimRow[]> {
  const all: SlimRow[] = []
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const rows = await db
      .selectFrom('tasks_task')
      .select(SLIM)
      .where('parent_id', 'in', (eb) => idsBelow(eb, id, depth - 1))
      .orderBy('position')
      .orderBy('id')
      .execute()
    if (rows.length === 0) break
    all.push(...rows)
  }
  return all
}
