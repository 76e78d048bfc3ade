import { templateChanged, updateTemplate } from '../../contract.ts'
import { command } from '../database.ts'
import { toColumns } from '../session/to-session.ts'
import { findTemplate, toTemplate } from '../templates/find-template.ts'

export default command(updateTemplate, async ({ db, actor, emit, fail }, { id, name, ...setup }) => {
  const template = await findTemplate(db, actor.id, id)
  if (!template) return fail('template-not-found')
  const changes = { name, ...toColumns(setup) }
  await db.updateTable('focus_template').set(changes).where('id', '=', id).execute()
  emit(templateChanged, { id })
  return toTemplate({ ...template, ...changes })
})
