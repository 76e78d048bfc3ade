import { reopenTask, taskReopened } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { moveTo } from '../move-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { saveTask } from '../save-task.ts'
import { isOpen } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(reopenTask, async ({ db, changed, emit, fail, now }, { id, rev }) => {
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (isOpen(task.status)) return fail('already-open')

  const open = await saveTask(db, task, moveTo(task, task.open_status, now()), now())
  emit(taskReopened, { id })
  changed(toTask(task), toTask(open))
  return toTask(open)
})
