import { toInstant } from '#base/time.ts'
import { inspectVault } from '../../contract.ts'
import { query } from '../database.ts'

const MOST = 200

export default query(inspectVault, async ({ db }) => {
  const keys = await db
    .selectFrom('connections_data_key')
    .leftJoin('connections_secret', 'connections_secret.key_id', 'connections_data_key.id')
    .select(({ fn }) => [
      'connections_data_key.id as id',
      'is_current',
      'created_at',
      fn.count<number>('connections_secret.kind').as('secrets'),
    ])
    .groupBy(['connections_data_key.id', 'is_current', 'created_at'])
    .orderBy('created_at')
    .execute()
  const secrets = await db
    .selectFrom('connections_secret')
    .select(['connection_id', 'kind', 'key_id', 'sealed', 'updated_at'])
    .orderBy('connection_id')
    .orderBy('kind')
    .limit(MOST)
    .execute()
  return {
    keys: keys.map(({ id, is_current, created_at, secrets: count }) => ({
      id,
      current: is_current === 1,
      createdAt: toInstant(created_at),
      secrets: Number(count),
    })),
    secrets: secrets.map(({ connection_id, kind, key_id, sealed, updated_at }) => ({
      connectionId: connection_id,
      kind,
      keyId: key_id,
      bytes: sealed.length,
      updatedAt: toInstant(updated_at),
    })),
  }
})
