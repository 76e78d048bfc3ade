import { deleteTask, taskDeleted } from '../../contract.ts'
import { command } from '../database.ts'
import { refreshFollowers } from '../dependencies/refresh-blocked.ts'
import { findTask } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { saveTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'
import { trashBelow } from '../tree/trash-branch.ts'

export default command(deleteTask, async (context, { id, rev }) => {
  const { db, changed, emit, fail, now } = context
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (task.deleted_at !== null) return fail('already-deleted')

  const deleted = await saveTask(db, task, { deleted_at: now() }, now())
  const ids = [id, ...(await trashBelow(db, id, now()))]
  for (const each of ids) emit(taskDeleted, { id: each })
  await refreshFollowers(context, ids)
  changed(toTask(task), toTask(deleted))
  return toTask(deleted)
})
