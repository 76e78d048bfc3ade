import { fromInstant } from '#base/time.ts'
import { createTask, taskCreated, taskUpdated } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { findChangeable } from '../find-task.ts'
import { useLabels } from '../labels/use-labels.ts'
import { areMembers, assigneesText, peopleOf } from '../people/are-members.ts'
import { ownerOf } from '../people/who.ts'
import { findNamed, insertOnce } from '../merge/insert-once.ts'
import { toTask } from '../to-task.ts'
import { STEP, TASK } from '../tree/levels.ts'
import { mayStandUnder, positionAfter } from '../tree/place.ts'

export default command(createTask, async ({ db, actor, ask, emit, fail, now }, input) => {
  const known = await findNamed(db, input.id)
  if (known) return toTask(known)
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')
  if (!(await areMembers(ask, actor, peopleOf(input)))) return fail('member-not-found')

  const parent = input.parentId === null ? null : await findChangeable(db, input.parentId)
  if (parent === undefined) return fail('parent-not-found')
  const level = input.level ?? (parent ? parent.level + 1 : TASK)
  if (parent ? !mayStandUnder(parent, level) : level === STEP) return fail('illegal-level')

  const fields = {
    title: input.title,
    notes: input.notes,
    kind: input.kind,
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
    parent_id: input.parentId,
    level,
    position: parent ? (await positionAfter(db, parent.id, undefined))! : 0,
  }
  const task = await insertOnce(db, fields, now(), input.id)
  if (!task) return fail('id-taken')
  emit(taskCreated, { id: task.id })
  if (parent) emit(taskUpdated, { id: parent.id })
  return toTask(task)
})
