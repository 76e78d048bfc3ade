import { addStep, taskCreated, taskUpdated } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { insertTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'
import { STEP } from '../tree/levels.ts'
import { mayStandUnder, positionAfter } from '../tree/place.ts'

export default command(addStep, async ({ db, emit, fail, now }, { taskId, title, minutes, afterId }) => {
  const task = await findChangeable(db, taskId)
  if (!task) return fail('task-not-found')
  if (!mayStandUnder(task, STEP)) return fail('illegal-level')
  const position = await positionAfter(db, taskId, afterId)
  if (position === null) return fail('sibling-not-found')

  const step = await insertTask(
    db,
    {
      title,
      status: 'next',
      parent_id: taskId,
      level: STEP,
      position,
      estimate_min: minutes,
      estimate_max: minutes,
      project_id: task.project_id,
      owner_id: task.owner_id,
    },
    now(),
  )
  emit(taskCreated, { id: step.id })
  emit(taskUpdated, { id: taskId })
  return toTask(step)
})
