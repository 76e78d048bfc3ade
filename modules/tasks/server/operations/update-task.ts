import { taskCompleted, taskReopened, taskUpdated, updateTask } from '../../contract.ts'
import { changesOf } from '../changes-of.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { findChangeable } from '../find-task.ts'
import { useLabels } from '../labels/use-labels.ts'
import { areMembers, assigneesText, peopleOf } from '../people/are-members.ts'
import { moveTo } from '../move-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { saveTask } from '../save-task.ts'
import { illegalMoveDetail, isOpen, legalMoves } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(updateTask, async ({ db, actor, ask, changed, emit, fail, now }, input) => {
  const task = await findChangeable(db, input.id)
  if (!task) return fail('task-not-found')
  if (isStale(task, input.rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')
  if (!(await areMembers(ask, actor, peopleOf(input)))) return fail('member-not-found')
  const status = input.status ?? task.status
  const moves = status !== task.status
  if (moves && !legalMoves(task.status).includes(status)) {
    return fail('illegal-move', { detail: illegalMoveDetail(task.status, status) })
  }

  const fields = changesOf(task, {
    ...input,
    labels: input.labels && (await useLabels(db, input.labels, now())),
    assignees: input.assignees && assigneesText(input.assignees),
  })
  if (!moves && Object.keys(fields).length === 0) return toTask(task)
  const saved = await saveTask(db, task, { ...fields, ...(moves && moveTo(task, status, now())) }, now())

  const completes = moves && status === 'done'
  const reopens = moves && !isOpen(task.status)
  if (completes) emit(taskCompleted, { id: task.id, by: actor.id })
  if (reopens) emit(taskReopened, { id: task.id })
  if (Object.keys(fields).length > 0 || (moves && !completes && !reopens)) emit(taskUpdated, { id: task.id })
  changed(toTask(task), toTask(saved))
  return toTask(saved)
})
