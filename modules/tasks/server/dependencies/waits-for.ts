import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/** Whether a task waits for another one, over however many between them. */
export async function waitsFor(db: ReadDatabase<TasksTables>, id: string, other: string): Promise<boolean> {
  const seen = new Set<string>()
  let next = [id]
  while (next.length > 0) {
    if (next.includes(other)) return true
    for (const each of next) seen.add(each)
    const rows = await db
      .selectFrom('tasks_dependency')
      .select('on_id')
      .distinct()
      .where('task_id', 'in', next)
      .execute()
    next = rows.map(({ on_id }) => on_id).filter((each) => !seen.has(each))
  }
  return false
}
