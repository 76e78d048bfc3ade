import { personOf } from '#kernel/actor.ts'
import { listTemplates } from '../../contract.ts'
import { query } from '../database.ts'
import { toTemplate } from '../templates/find-template.ts'

export default query(listTemplates, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('focus_template')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return { items: rows.map(toTemplate) }
})
