import { swipeTask, type TaskStatus } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { illegalMoveDetail, mayMove } from '../status.ts'
import { toTask } from '../to-task.ts'
import { changeOf } from '../undo/record-change.ts'

const STATUS = { left: 'dropped', up: 'waiting', right: 'doing' } as const satisfies Record<string, TaskStatus>

export default command(swipeTask, async (context, { id, rev, direction }) => {
  const { db, changed, fail } = context
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  const status = STATUS[direction]
  if (!mayMove(task.status, status)) return fail('illegal-move', { detail: illegalMoveDetail(task.status, status) })

  const saved = await changeTask(context, task, {}, status)
  if (saved !== task) changed(toTask(task), toTask(saved))
  return { task: toTask(saved), changeId: changeOf(db) }
})
