import { uuidv7 } from '#base/ids.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import { nameOrder } from '../name-order.ts'

/**
 * The names of labels as a task keeps them: each once, as it was first written in the workspace, in their order. A label
 * that is new is made.
 */
export async function useLabels(db: WriteDatabase<TasksTables>, names: readonly string[], at: number): Promise<string> {
  const wanted = new Map(names.map((name) => [nameOrder(name), name]))
  if (wanted.size === 0) return '[]'
  const known = await findLabels(db, [...wanted.keys()])
  const fresh = [...wanted].filter(([folded]) => !known.has(folded))
  if (fresh.length > 0) {
    const rows = fresh.map(([folded, name]) => ({ id: uuidv7(), name, folded, color: null, created_at: at }))
    await db.insertInto('tasks_label').values(rows).execute()
  }
  return JSON.stringify([...wanted].map(([folded, name]) => known.get(folded)?.name ?? name))
}

/** Labels of the workspace by their folded names. */
export async function findLabels(
  db: ReadDatabase<TasksTables>,
  folded: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db
    .selectFrom('tasks_label')
    .select(['id', 'name', 'folded'])
    .where('folded', 'in', folded)
    .execute()
  return new Map(rows.map((row) => [row.folded, row]))
}
