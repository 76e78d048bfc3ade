import { isZone, serverZone } from '#base/server-locale.ts'
import { applyTemplate, taskCreated } from '../../contract.ts'
import { command, type TaskRow } from '../database.ts'
import { isProject } from '../find-project.ts'
import { useLabels } from '../labels/use-labels.ts'
import { assigneesText } from '../people/are-members.ts'
import { ownerOf } from '../people/who.ts'
import { startSeries } from '../recurrence/start-series.ts'
import { insertTask } from '../save-task.ts'
import { planOf } from '../templates/plan.ts'
import { repeatFrom } from '../templates/repeat-from.ts'
import { startDay } from '../templates/start-day.ts'
import { findTemplate } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'
import { withoutStrangers } from '../templates/without-strangers.ts'
import { toTask } from '../to-task.ts'
import { GAP } from '../tree/place.ts'
import { changeOf } from '../undo/record-change.ts'

export default command(applyTemplate, async (context, input) => {
  const { db, actor, emit, fail, now } = context
  const { id, startOn, values, projectId, zone = serverZone() } = input
  if (!isZone(zone)) return fail('bad-zone')
  const row = await findTemplate(db, id)
  if (!row) return fail('template-not-found')
  if (!(await isProject(db, projectId))) return fail('project-not-found')
  const start = startDay(startOn, now(), zone)
  const plan = planOf(await withoutStrangers(context, toTemplate(row)), { start, zone, values })
  if (plan.missing.length > 0)
    return fail('missing-variables', { detail: `These variables have no value: ${plan.missing.join(', ')}` })

  const made: TaskRow[] = []
  for (const [index, planned] of plan.items.entries()) {
    const parent = made[planned.parent]
    const of = parent
      ? { parent_id: parent.id, status: 'next' as const, estimate_min: planned.minutes, estimate_max: planned.minutes }
      : { priority: row.priority, energy: row.energy, estimate_min: row.estimate_min, estimate_max: row.estimate_max }
    const dates = { start_on: planned.startOn, due_at: planned.dueAt, deadline_on: planned.deadlineOn }
    const task = await insertTask(
      db,
      {
        ...of,
        ...dates,
        ...repeatFrom(planned.recurrence, dates, start),
        title: planned.title,
        notes: planned.notes,
        level: planned.level,
        position: index * GAP,
        project_id: projectId === undefined ? row.project_id : projectId,
        labels: await useLabels(db, planned.labels, now()),
        owner_id: planned.ownerId ?? ownerOf(actor),
        assignees: assigneesText(planned.assignees),
      },
      now(),
    )
    if (task.recurrence !== null) await startSeries(context, task)
    emit(taskCreated, { id: task.id })
    made.push(task)
  }
  return { task: toTask(made[0]!), made: made.length, changeId: changeOf(db) }
})
