import { deleteTask, taskDeleted } from '../../contract.ts'
import { command } from '../database.ts'
import { findTask } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { saveTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'
import { trashBelow } from '../tree/trash-branch.ts'

export default command(deleteTask, async ({ db, changed, emit, fail, now }, { id, rev }) => {
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (task.deleted_at !== null) return fail('already-deleted')

  const deleted = await saveTask(db, task, { deleted_at: now() }, now())
  emit(taskDeleted, { id })
  for (const below of await trashBelow(db, id, now())) emit(taskDeleted, { id: below })
  changed(toTask(task), toTask(deleted))
  return toTask(deleted)
})
