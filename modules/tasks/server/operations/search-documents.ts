import { taskSearchDocuments } from '../../contract.ts'
import { query } from '../database.ts'
import { whichHaveSteps } from '../tree/steps.ts'
import { toSearchDocument } from '../to-search-document.ts'

export default query(taskSearchDocuments, async ({ db, actor }, { ids, textToo }) => {
  const rows = await db.selectFrom('tasks_task').selectAll().where('id', 'in', ids).execute()
  const withSteps = await whichHaveSteps(db, ids)
  return { items: rows.map((row) => toSearchDocument(row, actor.workspaceId, textToo, withSteps.has(row.id))) }
})
