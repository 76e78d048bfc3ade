import { firstIdAt } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/** No browser lets a change wait so long and then sends it twice. */
const KEPT_MS = 180 * 86_400_000

/** Notes that a change is made; false where it was made before. */
export async function countOnce(
  db: WriteDatabase<TasksTables>,
  change: { id: string; taskId: string; personId: string; at: number },
): Promise<boolean> {
  const { id, taskId, personId, at } = change
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('tasks_merge')
    .values({ id, task_id: taskId, person_id: personId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return false
  await db
    .deleteFrom('tasks_merge')
    .where('id', '<', firstIdAt(at - KEPT_MS))
    .execute()
  return true
}
