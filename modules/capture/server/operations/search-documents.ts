import { captureSearchDocuments } from '../../contract.ts'
import { query } from '../database.ts'
import { toSearchDocument } from '../to-search-document.ts'

export default query(captureSearchDocuments, async ({ db }, { ids, textToo }) => {
  const rows = await db.selectFrom('capture_capture').selectAll().where('id', 'in', ids).execute()
  return { items: rows.map((row) => toSearchDocument(row, textToo)) }
})
