import { getTemplate } from '../../contract.ts'
import { query } from '../database.ts'
import { findTemplate } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'

export default query(getTemplate, async ({ db, fail }, { id }) => {
  const template = await findTemplate(db, id)
  return template ? toTemplate(template) : fail('template-not-found')
})
