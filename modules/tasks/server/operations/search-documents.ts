import { taskSearchDocuments } from '../../contract.ts'
import { query } from '../database.ts'
import { privateOwners } from '../projects/private-owners.ts'
import { whichHaveSteps } from '../tree/steps.ts'
import { toSearchDocument } from '../to-search-document.ts'

export default query(taskSearchDocuments, async ({ db, actor }, { ids, textToo }) => {
  const rows = await db.selectFrom('tasks_task').selectAll().where('id', 'in', ids).execute()
  const withSteps = await whichHaveSteps(db, ids)
  const owners = await privateOwners(db)
  return {
    items: rows.map((row) =>
      toSearchDocument(
        row,
        actor.workspaceId,
        textToo,
        withSteps.has(row.id),
        owners.get(row.project_id ?? '') ?? null,
      ),
    ),
  }
})
