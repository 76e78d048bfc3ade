import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { placeOf } from '../shelf.ts'
import { descendantsOf, type SlimRow } from './descendants.ts'

/** Rows a statement: both databases take many more parameters. */
const CHUNK = 500

/** Puts all below a task into the trash with it; answers their ids. What lies there already keeps its own time. */
export async function trashBelow(db: WriteDatabase<TasksTables>, id: string, at: number): Promise<string[]> {
  const rows = (await descendantsOf(db, id)).filter((row) => row.deleted_at === null)
  await setDeleted(db, rows, at, at)
  return rows.map((row) => row.id)
}

/** Takes out of the trash what went there with a task; answers the ids. */
export async function restoreBelow(db: WriteDatabase<TasksTables>, task: TaskRow, at: number): Promise<string[]> {
  const rows = (await descendantsOf(db, task.id)).filter((row) => row.deleted_at === task.deleted_at)
  await setDeleted(db, rows, null, at)
  return rows.map((row) => row.id)
}

async function setDeleted(
  db: WriteDatabase<TasksTables>,
  rows: readonly SlimRow[],
  deletedAt: number | null,
  at: number,
): Promise<void> {
  const place = (row: SlimRow) => placeOf({ ...row, deleted_at: deletedAt })
  const byPlace = Map.groupBy(rows, (row) => JSON.stringify(place(row)))
  for (const alike of byPlace.values())
    for (let start = 0; start < alike.length; start += CHUNK) {
      const ids = alike.slice(start, start + CHUNK).map(({ id }) => id)
      await db
        .updateTable('tasks_task')
        .set({ deleted_at: deletedAt, ...place(alike[0]!), rev: plus('rev', 1), updated_at: at })
        .where('id', 'in', ids)
        .execute()
    }
}
