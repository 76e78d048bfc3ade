import { toInstant } from '#base/time.ts'
import { sessionStarted } from '../../contract.ts'
import { command } from '../database.ts'
import { redeemLink } from '../internal.ts'
import { readMe } from '../read-me.ts'
import { hashSecret } from '../secret.ts'
import { insertSession } from '../sessions/insert-session.ts'

export default command(redeemLink, async ({ db, changed, emit, fail, now }, { secret, userAgent }) => {
  const used = await db
    .updateTable('identity_link')
    .set({ used_at: now() })
    .where('secret_hash', '=', hashSecret(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .returning(['user_id', 'workspace_id'])
    .executeTakeFirst()
  if (!used) return fail('link-not-valid')

  const owner = { userId: used.user_id, workspaceId: used.workspace_id }
  const session = await insertSession(db, { ...owner, userAgent }, now())
  emit(sessionStarted, { id: session.id }, { personId: owner.userId, workspaceId: owner.workspaceId })
  changed(null, { id: session.id, userId: owner.userId, kind: 'web', factor: 'link' })
  return {
    me: (await readMe(db, used.user_id, used.workspace_id))!,
    session: session.secret,
    expiresAt: toInstant(session.expiresAt),
  }
})
