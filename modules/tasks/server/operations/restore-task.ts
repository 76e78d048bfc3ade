import { restoreTask, taskRestored } from '../../contract.ts'
import { command } from '../database.ts'
import { findTask } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { saveTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'

export default command(restoreTask, async ({ db, changed, emit, fail, now }, { id, rev }) => {
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (task.deleted_at === null) return fail('already-restored')

  const restored = await saveTask(db, task, { deleted_at: null }, now())
  emit(taskRestored, { id })
  changed(toTask(task), toTask(restored))
  return toTask(restored)
})
