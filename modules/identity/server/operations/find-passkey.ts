import { query } from '../database.ts'
import { findPasskey } from '../internal-factors.ts'

export default query(findPasskey, async ({ db }, { credentialId }) => {
  const row = await db
    .selectFrom('identity_passkey')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  if (!row) return { found: null }
  const { id, user_id: userId, public_key: publicKey, counter } = row
  return { found: { id, userId, credentialId, publicKey, counter } }
})
