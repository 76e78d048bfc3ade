import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { passwordChanged, profileChanged, sessionEnded } from '../../contract.ts'
import { attemptKey } from '../attempts.ts'
import { command, type IdentityTables } from '../database.ts'
import { keepPassword } from '../internal-accounts.ts'
import { hashSecret } from '../secret.ts'
import { deleteSessions } from '../sessions/delete-sessions.ts'

export default command(keepPassword, async ({ db, emit, fail, now }, input) => {
  const { userId, passwordHash, how, link, keepSession, name, email } = input
  const opened = link === undefined ? null : await takeLink(db, userId, link, now())
  if (link !== undefined && !opened) return fail('link-not-valid')

  const user = await db
    .selectFrom('identity_user')
    .select(['email', 'password_hash'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  if (how === 'set' && user.password_hash !== null) return fail('already-set')
  const isNew = email !== undefined && email !== user.email
  if (isNew && (await isTaken(db, email))) return fail('address-not-available')

  await db
    .updateTable('identity_user')
    .set({
      password_hash: passwordHash,
      ...(name !== undefined && { name }),
      ...(isNew && { email, email_verified_at: null }),
      // A link that came by mail has shown that the address is theirs; one that was handed over has not.
      ...(opened?.mailed && { email_verified_at: now() }),
    })
    .where('id', '=', userId)
    .execute()
  const known = email ?? user.email
  if (known !== null) {
    await db.deleteFrom('identity_attempt').where('key', '=', attemptKey('account', known)).execute()
  }
  const ended = await deleteSessions(db, userId, keepSession)
  const home = await db
    .selectFrom('identity_member')
    .select('workspace_id')
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .executeTakeFirst()
  const owner = { personId: userId, ...(home && { workspaceId: home.workspace_id }) }
  emit(passwordChanged, { id: userId, how }, owner)
  if (name !== undefined || isNew) emit(profileChanged, { id: userId }, owner)
  for (const session of ended)
    emit(sessionEnded, { id: session.id }, { personId: userId, workspaceId: session.workspaceId })
  return {}
})

async function takeLink(
  db: WriteDatabase<IdentityTables>,
  userId: string,
  secret: string,
  now: number,
): Promise<{ mailed: boolean } | null> {
  const link = await db
    .deleteFrom('identity_mail_link')
    .where('secret_hash', '=', hashSecret(secret))
    .where('purpose', '=', 'reset')
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .returning('mailed')
    .executeTakeFirst()
  return link ? { mailed: link.mailed === 1 } : null
}

async function isTaken(db: WriteDatabase<IdentityTables>, email: string): Promise<boolean> {
  const other = await db.selectFrom('identity_user').select('id').where('email', '=', email).executeTakeFirst()
  return other !== undefined
}
