import { command } from '../database.ts'
import { eraseTasks } from '../erase-tasks.ts'
import { emptyTrashBatch } from '../internal.ts'
import { TRASH_DAYS } from '../trash-task.ts'

export default command(emptyTrashBatch, async (context, { limit }) => {
  const { db, now } = context
  const rows = await db
    .selectFrom('tasks_task')
    .select('id')
    .where('shelf', '=', 'trash')
    .where('deleted_at', '<=', now() - TRASH_DAYS * 86_400_000)
    .orderBy('id')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await eraseTasks(context, ids)
  return { erased: ids.length }
})
