import { totpPlace } from '../accounts/check-factor.ts'
import { command } from '../database.ts'
import { keepTotp } from '../internal-factors.ts'

export default command(keepTotp, async ({ db, sealer }, { userId, secret }) => {
  const known = await db
    .selectFrom('identity_totp')
    .select('confirmed_at')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (known && known.confirmed_at !== null) return { kept: false }
  const pending = { sealed_secret: sealer.seal(secret, totpPlace(userId)), confirmed_at: null, last_step: 0 }
  await db
    .insertInto('identity_totp')
    .values({ user_id: userId, ...pending })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(pending))
    .execute()
  return { kept: true }
})
