import { command } from '../database.ts'
import { removeDocuments } from '../index/index-documents.ts'
import { documentColumns } from '../index/document-columns.ts'
import { eraseBatch } from '../internal.ts'

export default command(eraseBatch, async ({ db }, { limit }) => {
  const rows = await db.selectFrom('search_document').select(documentColumns).limit(limit).execute()
  await removeDocuments(db, rows)
  return { erased: rows.length }
})
