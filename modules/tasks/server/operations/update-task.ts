import { updateTask } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { changesOf } from '../changes-of.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { findChangeable } from '../find-task.ts'
import { useLabels } from '../labels/use-labels.ts'
import { areMembers, assigneesText, peopleOf } from '../people/are-members.ts'
import { isStale, staleDetail } from '../revision.ts'
import { illegalMoveDetail, mayMove } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(updateTask, async (context, input) => {
  const { db, actor, ask, changed, fail, now } = context
  const task = await findChangeable(db, input.id)
  if (!task) return fail('task-not-found')
  if (isStale(task, input.rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')
  if (!(await areMembers(ask, actor, peopleOf(input)))) return fail('member-not-found')
  const status = input.status ?? task.status
  if (!mayMove(task.status, status)) return fail('illegal-move', { detail: illegalMoveDetail(task.status, status) })

  const fields = changesOf(task, {
    ...input,
    labels: input.labels && (await useLabels(db, input.labels, now())),
    assignees: input.assignees && assigneesText(input.assignees),
  })
  const saved = await changeTask(context, task, fields, status)
  if (saved !== task) changed(toTask(task), toTask(saved))
  return toTask(saved)
})
