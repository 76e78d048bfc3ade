import { isZone, serverZone } from '#base/server-locale.ts'
import { fromInstant } from '#base/time.ts'
import { quickAddTask, taskCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { fieldsOfLine, readLine } from '../quick-add/read-line.ts'
import { startSeries } from '../recurrence/start-series.ts'
import { insertTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'

export default command(quickAddTask, async (context, input) => {
  const { db, emit, fail, now } = context
  const { text, literal, locale, projectId, writtenAt, zone = serverZone() } = input
  if (!isZone(zone)) return fail('bad-zone')
  if (!(await isProject(db, projectId))) return fail('project-not-found')

  const written = writtenAt === undefined ? now() : fromInstant(writtenAt)
  const line = await readLine(context, { text, literal, zone, locale, writtenAt: written })
  if (line.title === '') return fail('no-title')

  const fields = await fieldsOfLine(context, line, zone)
  const task = await insertTask(db, { ...fields, project_id: line.projectId ?? projectId }, now())
  if (line.recurrence !== null) await startSeries(context, task)
  emit(taskCreated, { id: task.id })
  return toTask(task)
})
