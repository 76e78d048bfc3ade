import { query } from '../database.ts'
import { readSigningKey } from '../internal-clients.ts'

export default query(readSigningKey, async ({ db }) => {
  const row = await db
    .selectFrom('identity_signing_key')
    .select(['kid', 'sealed_private'])
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return { key: row ? { kid: row.kid, sealed: row.sealed_private } : null }
})
