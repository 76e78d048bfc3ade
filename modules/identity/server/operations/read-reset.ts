import { query } from '../database.ts'
import { readReset } from '../internal-accounts.ts'
import { hashSecret } from '../secret.ts'

export default query(readReset, async ({ db, now }, { secret }) => {
  const row = await db
    .selectFrom('identity_mail_link as l')
    .innerJoin('identity_user as u', 'u.id', 'l.user_id')
    .select(['u.id', 'u.name', 'u.email'])
    .where('l.secret_hash', '=', hashSecret(secret))
    .where('l.purpose', '=', 'reset')
    .where('l.expires_at', '>', now())
    .where('u.active', '=', 1)
    .executeTakeFirst()
  return { found: row ? { userId: row.id, name: row.name, email: row.email } : null }
})
