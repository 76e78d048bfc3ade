import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listTemplates } from '../../contract.ts'
import { query } from '../database.ts'
import { selectTemplates } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'

export default query(listTemplates, async ({ db }, { cursor, limit }) => {
  const after = readCursor(cursor, ['string', 'string'])
  if (after instanceof Failure) return after
  let select = selectTemplates(db)
    .orderBy('name_order')
    .orderBy('id')
    .limit(limit + 1)
  if (after) select = select.where(rowBefore(['name_order', 'id'], after, 'asc'))
  return toPage(await select.execute(), limit, toTemplate, (row) => [row.name_order, row.id])
})
