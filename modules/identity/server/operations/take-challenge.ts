import { command } from '../database.ts'
import { takeChallenge } from '../internal-accounts.ts'
import { hashSecret } from '../secret.ts'

export default command(takeChallenge, async ({ db, now }, { secret, purpose }) => {
  const row = await db
    .deleteFrom('identity_challenge')
    .where('secret_hash', '=', hashSecret(secret))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now())
    .returning(['user_id', 'value'])
    .executeTakeFirst()
  return { found: row ? { userId: row.user_id, value: row.value } : null }
})
