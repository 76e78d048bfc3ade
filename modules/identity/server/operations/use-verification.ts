import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { accountCreated, addressVerified } from '../../contract.ts'
import { insertUser } from '../accounts/insert-user.ts'
import { command, type IdentityTables } from '../database.ts'
import { useVerification } from '../internal-accounts.ts'
import { addMember } from '../people/members.ts'
import { hashSecret } from '../secret.ts'

export default command(useVerification, async ({ db, emit, fail, now }, { secret }) => {
  const hash = hashSecret(secret)
  const registration = await db
    .deleteFrom('identity_registration')
    .where('secret_hash', '=', hash)
    .where('expires_at', '>', now())
    .returning(['email', 'name', 'password_hash'])
    .executeTakeFirst()
  if (registration) {
    const { email, name, password_hash: passwordHash } = registration
    const userId = await insertUser(db, { email, name, passwordHash, isProved: true }, now())
    if (userId === null) return fail('link-not-valid')
    const workspaceId = await insertHome(db, userId, name, now())
    emit(accountCreated, { id: userId }, { workspaceId, personId: userId })
    return { email }
  }

  const link = await db
    .deleteFrom('identity_mail_link')
    .where('secret_hash', '=', hash)
    .where('purpose', '=', 'verify')
    .where('expires_at', '>', now())
    .returning(['user_id', 'email'])
    .executeTakeFirst()
  if (!link) return fail('link-not-valid')
  const { user_id: userId, email } = link
  const taken = await db
    .selectFrom('identity_user')
    .select('id')
    .where('email', '=', email)
    .where('id', '!=', userId)
    .executeTakeFirst()
  if (taken) return fail('link-not-valid')
  await db.updateTable('identity_user').set({ email, email_verified_at: now() }).where('id', '=', userId).execute()
  const home = await db
    .selectFrom('identity_member')
    .select('workspace_id')
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .executeTakeFirst()
  if (home) emit(addressVerified, { id: userId }, { workspaceId: home.workspace_id, personId: userId })
  return { email }
})

/** A workspace of their own: whoever registers alone joins nobody's. */
async function insertHome(
  db: WriteDatabase<IdentityTables>,
  userId: string,
  name: string,
  now: number,
): Promise<string> {
  const id = uuidv7()
  await db
    .insertInto('identity_workspace')
    .values({ id, name: `${name}’s workspace`.slice(0, 100), created_at: now })
    .execute()
  await addMember(db, { workspaceId: id, userId, role: 'owner', now })
  return id
}
