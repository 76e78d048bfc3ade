import { query } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { readSecrets } from '../internal.ts'
import { toConnection } from '../to-connection.ts'

export default query(readSecrets, async ({ db, actor, fail }, { id }) => {
  const row = await findConnection(db, actor, id)
  if (!row) return fail('connection-not-found')
  const secrets = await db
    .selectFrom('connections_secret')
    .innerJoin('connections_data_key', 'connections_data_key.id', 'connections_secret.key_id')
    .select(['kind', 'sealed', 'wrapped', 'expires_at as expiresAt', 'updated_at as updatedAt'])
    .where('connection_id', '=', id)
    .execute()
  return { connection: toConnection(row), secrets }
})
