import { deleteTemplate, templateChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findTemplate } from '../templates/find-template.ts'

export default command(deleteTemplate, async ({ db, actor, emit, fail }, { id }) => {
  if (!(await findTemplate(db, actor.id, id))) return fail('template-not-found')
  await db.deleteFrom('focus_template').where('id', '=', id).execute()
  emit(templateChanged, { id })
  return { deleted: true }
})
