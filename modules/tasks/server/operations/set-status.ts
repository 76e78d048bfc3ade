import { setTaskStatus } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { illegalMoveDetail, mayMove } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(setTaskStatus, async (context, { id, rev, status }) => {
  const { db, changed, fail } = context
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (!mayMove(task.status, status)) return fail('illegal-move', { detail: illegalMoveDetail(task.status, status) })

  const saved = await changeTask(context, task, {}, status)
  if (saved !== task) changed(toTask(task), toTask(saved))
  return toTask(saved)
})
