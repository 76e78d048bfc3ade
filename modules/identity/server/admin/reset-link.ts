import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'
import { createSecret } from '../secret.ts'

const DAY = 24 * 60 * 60 * 1000

/** A link that an administrator hands over, by which somebody chooses a password; earlier ones stop working. */
export async function createResetLink(
  db: WriteDatabase<IdentityTables>,
  user: { id: string; email: string | null },
  now: number,
): Promise<string> {
  const { secret, hash } = createSecret('daybook_lnk')
  await db.deleteFrom('identity_mail_link').where('user_id', '=', user.id).where('purpose', '=', 'reset').execute()
  await db
    .insertInto('identity_mail_link')
    .values({
      secret_hash: hash,
      user_id: user.id,
      purpose: 'reset',
      email: user.email ?? '',
      expires_at: now + DAY,
    })
    .execute()
  return `/reset#${secret}`
}
