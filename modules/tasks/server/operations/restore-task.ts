import { restoreTask } from '../../contract.ts'
import { command } from '../database.ts'
import { findTask } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { toTask } from '../to-task.ts'
import { untrashTask } from '../untrash-task.ts'

export default command(restoreTask, async (context, { id, rev }) => {
  const { db, changed, fail } = context
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (task.deleted_at === null) return fail('already-restored')

  const restored = await untrashTask(context, task)
  changed(toTask(task), toTask(restored))
  return toTask(restored)
})
