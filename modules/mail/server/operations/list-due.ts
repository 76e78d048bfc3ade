import { query } from '../database.ts'
import { listDue } from '../tidying/internal.ts'

export default query(listDue, async ({ db, now }, { limit }) => {
  const rows = await db
    .selectFrom('mail_alarm')
    .select(['id', 'of_workspace', 'owner_id'])
    .where('due_at', '<=', now())
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return { items: rows.map(({ id, of_workspace, owner_id }) => ({ id, workspaceId: of_workspace, ownerId: owner_id })) }
})
