import { query } from '../database.ts'
import { readRevocation } from '../internal.ts'

export default query(readRevocation, async ({ db, actor }, { id }) => {
  const revocation = await db
    .selectFrom('connections_revocation')
    .innerJoin('connections_data_key', 'connections_data_key.id', 'connections_revocation.key_id')
    .select(['provider', 'sealed', 'wrapped'])
    .where('connections_revocation.id', '=', id)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  return { revocation: revocation ?? null }
})
