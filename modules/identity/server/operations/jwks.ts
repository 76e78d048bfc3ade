import { getJwks } from '../../contract.ts'
import { query } from '../database.ts'
import { ACCESS_MILLISECONDS } from '../sessions/lifetimes.ts'

export default query(getJwks, async ({ db, now }) => {
  const rows = await db
    .selectFrom('identity_signing_key')
    .select('public_jwk')
    .where((e) => e.or([e('retired_at', 'is', null), e('retired_at', '>', now() - ACCESS_MILLISECONDS)]))
    .orderBy('created_at', 'desc')
    .execute()
  return { keys: rows.map(({ public_jwk }) => JSON.parse(public_jwk) as Record<string, string>) }
})
