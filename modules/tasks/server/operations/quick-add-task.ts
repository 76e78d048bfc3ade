import { isZone, serverZone } from '#base/server-locale.ts'
import { fromInstant } from '#base/time.ts'
import { quickAddTask, taskCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { fieldsOfLine, readLine } from '../quick-add/read-line.ts'
import { startSeries } from '../recurrence/start-series.ts'
import { findNamed, insertOnce } from '../merge/insert-once.ts'
import { toTask } from '../to-task.ts'

export default command(quickAddTask, async (context, input) => {
  const { db, emit, fail, now } = context
  const { text, literal, locale, projectId, writtenAt, zone = serverZone() } = input
  const known = await findNamed(db, input.id)
  if (known) return toTask(known)
  if (!isZone(zone)) return fail('bad-zone')
  if (!(await isProject(db, projectId))) return fail('project-not-found')

  const written = writtenAt === undefined ? now() : fromInstant(writtenAt)
  const line = await readLine(context, { text, literal, zone, locale, writtenAt: written })
  if (line.title === '') return fail('no-title')

  const fields = await fieldsOfLine(context, line, zone)
  const named = { ...fields, notes: input.notes, project_id: line.projectId ?? projectId }
  const task = await insertOnce(db, named, now(), input.id)
  if (!task) return fail('id-taken')
  if (line.recurrence !== null) await startSeries(context, task)
  emit(taskCreated, { id: task.id })
  return toTask(task)
})
