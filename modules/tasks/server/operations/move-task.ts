import { moveTask, taskUpdated } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { saveTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'
import { STEP, TASK } from '../tree/levels.ts'
import { isAbove, mayStandUnder, positionAfter } from '../tree/place.ts'
import { canShift, shiftBelow } from '../tree/shift-below.ts'

export default command(moveTask, async ({ db, changed, emit, fail, now }, input) => {
  const task = await findChangeable(db, input.id)
  if (!task) return fail('task-not-found')
  if (isStale(task, input.rev)) return fail('stale-revision', { detail: staleDetail(task) })
  const parent = input.parentId === null ? null : await findChangeable(db, input.parentId)
  if (parent === undefined) return fail('parent-not-found')
  if (parent && (await isAbove(db, task.id, parent))) return fail('illegal-cycle')

  const level = input.level ?? (parent ? parent.level + 1 : levelAtTop(task))
  if (parent ? !mayStandUnder(parent, level) : level === STEP) return fail('illegal-level')
  if (level !== task.level && !(await canShift(db, task, level))) return fail('illegal-level')
  const position = parent ? await positionAfter(db, parent.id, input.afterId) : 0
  if (position === null) return fail('sibling-not-found')

  const moved = await saveTask(db, task, { parent_id: input.parentId, level, position }, now())
  await shiftBelow(db, task.id, level - task.level, now())
  emit(taskUpdated, { id: task.id })
  // Whether they have steps is something that they are found by.
  for (const id of new Set([task.parent_id, input.parentId])) if (id !== null) emit(taskUpdated, { id })
  changed(toTask(task), toTask(moved))
  return toTask(moved)
})

/** A step that stands alone is a task: nobody would find it otherwise. */
function levelAtTop({ level }: { level: number }): number {
  return level === STEP ? TASK : level
}
