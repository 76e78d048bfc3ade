import { reopenTask } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { isOpen } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(reopenTask, async (context, { id, rev }) => {
  const { db, changed, fail } = context
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (isOpen(task.status)) return fail('already-open')

  const open = await changeTask(context, task, {}, task.open_status)
  changed(toTask(task), toTask(open))
  return toTask(open)
})
