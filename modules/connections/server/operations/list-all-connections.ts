import { listAllConnections } from '../../contract.ts'
import { query } from '../database.ts'

export default query(listAllConnections, async ({ db }, { after, limit }) => {
  const items = await db
    .selectFrom('connections_directory')
    .select(['connection_id as id', 'owner_id as userId', 'workspace_id as workspaceId'])
    .where('connection_id', '>', after)
    .orderBy('connection_id')
    .limit(limit)
    .execute()
  return { items }
})
