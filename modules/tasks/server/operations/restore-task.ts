import { restoreTask, taskRestored } from '../../contract.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { command, type TaskRow, type TasksTables } from '../database.ts'
import { refreshFollowers } from '../dependencies/refresh-blocked.ts'
import { findChangeable, findTask } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { saveTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'
import { STEP, TASK } from '../tree/levels.ts'
import { restoreBelow } from '../tree/trash-branch.ts'

export default command(restoreTask, async (context, { id, rev }) => {
  const { db, changed, emit, fail, now } = context
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (task.deleted_at === null) return fail('already-restored')

  const below = await restoreBelow(db, task, now())
  const restored = await saveTask(db, task, { deleted_at: null, ...(await placeOf(db, task)) }, now())
  for (const restoredId of [id, ...below]) emit(taskRestored, { id: restoredId })
  await refreshFollowers(context, [id, ...below])
  changed(toTask(task), toTask(restored))
  return toTask(restored)
})

/** Where its parent is still in the trash, or gone, it stands alone; a step is a task then. */
async function placeOf(db: ReadDatabase<TasksTables>, task: TaskRow): Promise<Partial<TaskRow>> {
  if (task.parent_id === null || (await findChangeable(db, task.parent_id))) return {}
  return { parent_id: null, position: 0, ...(task.level === STEP && { level: TASK }) }
}
