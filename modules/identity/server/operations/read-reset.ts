import { query } from '../database.ts'
import { readReset } from '../internal-accounts.ts'
import { hashSecret } from '../secret.ts'

export default query(readReset, async ({ db, now }, { secret }) => {
  const row = await db
    .selectFrom('identity_mail_link as l')
    .innerJoin('identity_user as u', 'u.id', 'l.user_id')
    .innerJoin('identity_member as m', 'm.user_id', 'u.id')
    .select(['u.id', 'u.name', 'u.email', 'm.workspace_id'])
    .where('l.secret_hash', '=', hashSecret(secret))
    .where('l.purpose', '=', 'reset')
    .where('l.expires_at', '>', now())
    .where('u.active', '=', 1)
    .orderBy('m.created_at')
    .executeTakeFirst()
  return { found: row ? { userId: row.id, workspaceId: row.workspace_id, name: row.name, email: row.email } : null }
})
