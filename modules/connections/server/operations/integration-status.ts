import { toInstantOrNull } from '#base/time.ts'
import { integrationStatus, type ConsentProvider } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'

const MOST = 100

export default query(integrationStatus, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('connections_connection')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('provider', '!=', 'imap')
    .orderBy('id')
    .limit(MOST)
    .execute()
  if (rows.length === 0) return { items: [] }
  const secrets = await db
    .selectFrom('connections_secret')
    .select(['connection_id', 'kind', 'expires_at'])
    .where(
      'connection_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const items = rows.map(({ id, provider, address, name, picture, scopes, state }) => {
    const own = secrets.filter(({ connection_id }) => connection_id === id)
    return {
      id,
      provider: provider as ConsentProvider,
      address,
      name,
      picture,
      scopes: JSON.parse(scopes) as string[],
      state,
      accessExpiresAt: toInstantOrNull(own.find(({ kind }) => kind === 'access-token')?.expires_at ?? null),
      hasRefreshToken: own.some(({ kind }) => kind === 'refresh-token'),
    }
  })
  return { items }
})
