import { query } from '../database.ts'
import { readVault } from '../internal.ts'

export default query(readVault, async ({ db }, { after, limit }) => {
  const rows = await db
    .selectFrom('connections_secret as secret')
    .leftJoin('connections_data_key as key', 'key.id', 'secret.key_id')
    .leftJoin('connections_directory as directory', 'directory.connection_id', 'secret.connection_id')
    .select([
      'secret.connection_id as connectionId',
      'secret.kind as kind',
      'secret.workspace_id as workspaceId',
      'secret.key_id as keyId',
      'sealed',
      'wrapped',
      'directory.owner_id as ownerId',
    ])
    .where('secret.connection_id', '>', after)
    .orderBy('secret.connection_id')
    .orderBy('secret.kind')
    .limit(limit)
    .execute()
  const keys = await db.selectFrom('connections_data_key').select(['id', 'wrapped']).execute()
  return { items: rows.map(({ ownerId, ...row }) => ({ ...row, hasAccount: ownerId !== null })), keys }
})
