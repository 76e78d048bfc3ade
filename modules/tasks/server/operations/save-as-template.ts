import { isZone, serverZone } from '#base/server-locale.ts'
import { saveAsTemplate } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { fieldsOfTask } from '../templates/from-task.ts'
import { insertTemplate } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'

/** Lines of an outline at most. */
const MOST = 200

export default command(saveAsTemplate, async (context, { id, name, zone = serverZone() }) => {
  const { db, fail } = context
  if (!isZone(zone)) return fail('bad-zone')
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  const fields = await fieldsOfTask(db, task, zone)
  if (fields.steps.length > MOST) return fail('too-many-steps')
  return toTemplate(await insertTemplate(context, { ...fields, name: name ?? task.title.slice(0, 200) }))
})
