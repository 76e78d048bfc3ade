import { completeTask, taskCompleted } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { moveTo } from '../move-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { saveTask } from '../save-task.ts'
import { illegalMoveDetail, isOpen } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(completeTask, async ({ db, actor, changed, emit, fail, now }, { id, rev }) => {
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (task.status === 'done') return fail('already-done')
  if (!isOpen(task.status)) return fail('illegal-move', { detail: illegalMoveDetail(task.status, 'done') })

  const done = await saveTask(db, task, moveTo(task, 'done', now()), now())
  emit(taskCompleted, { id, by: actor.id })
  changed(toTask(task), toTask(done))
  return toTask(done)
})
