import { fromInstant } from '#base/time.ts'
import { createTask, taskCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { useLabels } from '../labels/use-labels.ts'
import { areMembers, assigneesText, peopleOf } from '../people/are-members.ts'
import { ownerOf } from '../people/who.ts'
import { insertTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'

export default command(createTask, async ({ db, actor, ask, emit, fail, now }, input) => {
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')
  if (!(await areMembers(ask, actor, peopleOf(input)))) return fail('member-not-found')

  const fields = {
    title: input.title,
    notes: input.notes,
    status: input.status,
    priority: input.priority,
    start_on: input.startOn,
    due_at: input.dueAt === null ? null : fromInstant(input.dueAt),
    deadline_on: input.deadlineOn,
    estimate_min: input.estimateMin,
    estimate_max: input.estimateMax,
    spent_minutes: input.spentMinutes,
    energy: input.energy,
    project_id: input.projectId,
    labels: await useLabels(db, input.labels, now()),
    owner_id: input.ownerId ?? ownerOf(actor),
    assignees: assigneesText(input.assignees),
  }
  const task = await insertTask(db, fields, now())
  emit(taskCreated, { id: task.id })
  return toTask(task)
})
