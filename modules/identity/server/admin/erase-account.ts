import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'
import { deleteTokens, endSessions } from '../people/end-access.ts'

/** What stands where a deleted person's name stood. */
const DELETED_NAME = 'Deleted person'

/**
 * Takes everything from an account by which its person could be known or come in. The row stays without a name, so
 * that what they did in a workspace still has an author.
 */
export async function eraseAccount(db: WriteDatabase<IdentityTables>, id: string, now: number): Promise<void> {
  await endSessions(db, id)
  await deleteTokens(db, id)
  await db.deleteFrom('identity_totp').where('user_id', '=', id).execute()
  await db.deleteFrom('identity_recovery_code').where('user_id', '=', id).execute()
  await db.deleteFrom('identity_passkey').where('user_id', '=', id).execute()
  await db.deleteFrom('identity_challenge').where('user_id', '=', id).execute()
  await db.deleteFrom('identity_mail_link').where('user_id', '=', id).execute()
  await db.deleteFrom('identity_link').where('user_id', '=', id).execute()
  await db
    .updateTable('identity_user')
    .set({
      name: DELETED_NAME,
      email: null,
      email_verified_at: null,
      password_hash: null,
      active: 0,
      instance_admin: 0,
      deleted_at: now,
    })
    .where('id', '=', id)
    .execute()
}
