import { parseQuickAdd } from '#base/quick-add/parse-quick-add.ts'
import { fromInstant } from '#base/time.ts'
import { quickAddTask, taskCreated, type TaskRecurrence } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { useLabels } from '../labels/use-labels.ts'
import { assigneesText } from '../people/are-members.ts'
import { ownerOf } from '../people/who.ts'
import { peopleFor, projectsFor } from '../quick-add/known-names.ts'
import { quickAddLanguage } from '../quick-add/quick-add-language.ts'
import { isZone, serverLocale, serverZone } from '../quick-add/server-locale.ts'
import { startSeries } from '../recurrence/start-series.ts'
import { insertTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'

export default command(quickAddTask, async ({ db, actor, ask, emit, fail, now }, input) => {
  const zone = input.zone ?? serverZone()
  if (!isZone(zone)) return fail('bad-zone')
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')

  const line = parseQuickAdd(input.text, {
    language: quickAddLanguage(input.locale ?? serverLocale()),
    now: input.writtenAt === undefined ? now() : fromInstant(input.writtenAt),
    timeZone: zone,
    projects: await projectsFor(input.text, db),
    people: await peopleFor(input.text, ask),
    literal: input.literal,
  })
  if (line.title === '') return fail('no-title')

  const recurrence: TaskRecurrence | null =
    line.recurrence === null ? null : { rule: line.recurrence, zone, from: 'due', onMiss: 'skip' }
  const fields = {
    title: line.title,
    priority: line.priority ?? 0,
    start_on: line.startOn,
    due_at: line.dueAt,
    estimate_min: line.estimateMinutes,
    estimate_max: line.estimateMinutes,
    project_id: line.projectId ?? input.projectId,
    labels: await useLabels(db, line.labels, now()),
    owner_id: ownerOf(actor),
    assignees: assigneesText(
      line.personIds.map((userId, index) => ({ userId, role: index === 0 ? 'owner' : 'helper' })),
    ),
    recurrence: recurrence && JSON.stringify(recurrence),
  }
  const task = await insertTask(db, fields, now())
  if (recurrence) await startSeries({ db, actor, now }, task)
  emit(taskCreated, { id: task.id })
  return toTask(task)
})
