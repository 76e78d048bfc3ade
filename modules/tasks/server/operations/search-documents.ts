import { taskSearchDocuments } from '../../contract.ts'
import { query } from '../database.ts'
import { toSearchDocument } from '../to-search-document.ts'

export default query(taskSearchDocuments, async ({ db, actor }, { ids, textToo }) => {
  const rows = await db.selectFrom('tasks_task').selectAll().where('id', 'in', ids).execute()
  return { items: rows.map((row) => toSearchDocument(row, actor.workspaceId, textToo)) }
})
