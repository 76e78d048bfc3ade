import { completeTask } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { illegalMoveDetail, mayMove } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(completeTask, async (context, { id, rev }) => {
  const { db, changed, fail } = context
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (task.status === 'done') return fail('already-done')
  if (!mayMove(task.status, 'done')) return fail('illegal-move', { detail: illegalMoveDetail(task.status, 'done') })

  const done = await changeTask(context, task, {}, 'done')
  changed(toTask(task), toTask(done))
  return toTask(done)
})
