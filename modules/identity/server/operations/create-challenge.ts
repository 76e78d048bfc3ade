import { command } from '../database.ts'
import { createChallenge } from '../internal-accounts.ts'
import { createSecret } from '../secret.ts'
import { CHALLENGE_MILLISECONDS } from '../sessions/lifetimes.ts'

export default command(createChallenge, async ({ db, now }, { purpose, userId, value }) => {
  const { secret, hash } = createSecret('daybook_chl')
  await db
    .insertInto('identity_challenge')
    .values({ secret_hash: hash, purpose, user_id: userId, value, expires_at: now() + CHALLENGE_MILLISECONDS })
    .execute()
  return { secret }
})
