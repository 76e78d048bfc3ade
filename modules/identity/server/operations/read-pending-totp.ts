import { query } from '../database.ts'
import { readPendingTotp } from '../internal-factors.ts'

export default query(readPendingTotp, async ({ db }, { userId }) => {
  const row = await db
    .selectFrom('identity_totp')
    .select('sealed_secret')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return { sealed: row?.sealed_secret ?? null }
})
