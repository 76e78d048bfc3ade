import { query } from '../database.ts'
import { readChallenge } from '../internal-accounts.ts'
import { hashSecret } from '../secret.ts'

export default query(readChallenge, async ({ db, now }, { secret, purpose }) => {
  const row = await db
    .selectFrom('identity_challenge')
    .select(['user_id', 'value'])
    .where('secret_hash', '=', hashSecret(secret))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now())
    .executeTakeFirst()
  return { found: row ? { userId: row.user_id, value: row.value } : null }
})
