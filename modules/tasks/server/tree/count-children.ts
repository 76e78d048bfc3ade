import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/** How many tasks stand directly under each of these, and how many of them are done. What was dropped is no work. */
export async function countChildren(
  db: ReadDatabase<TasksTables>,
  ids: readonly string[],
): Promise<Map<string, { children: number; done: number }>> {
  const rows = await db
    .selectFrom('tasks_task')
    .select(['parent_id', 'status'])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('parent_id', 'in', ids)
    .where('deleted_at', 'is', null)
    .where('status', '<>', 'dropped')
    .groupBy(['parent_id', 'status'])
    .execute()
  const counts = new Map<string, { children: number; done: number }>()
  for (const { parent_id, status, n } of rows) {
    const count = counts.get(parent_id!) ?? { children: 0, done: 0 }
    count.children += Number(n)
    if (status === 'done') count.done += Number(n)
    counts.set(parent_id!, count)
  }
  return counts
}
