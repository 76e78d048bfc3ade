import { toInstant } from '#base/time.ts'
import { command } from '../database.ts'
import { renewSession } from '../internal-accounts.ts'
import { markPasskeyUsed } from '../passkeys/mark-used.ts'
import { readMe } from '../read-me.ts'
import { createSecret } from '../secret.ts'

export default command(renewSession, async ({ db, fail, now }, { sessionId, passkeyId, passkeyCounter }) => {
  if (passkeyId !== undefined && !(await markPasskeyUsed(db, passkeyId, passkeyCounter ?? 0, now())))
    return fail('proof-used')

  const { secret, hash } = createSecret('daybook_ses')
  const session = await db
    .updateTable('identity_session')
    .set({ secret_hash: hash, authenticated_at: now(), last_seen_at: now() })
    .where('id', '=', sessionId)
    .where('kind', '=', 'web')
    .returning(['user_id', 'workspace_id', 'expires_at'])
    .executeTakeFirst()
  if (!session) return fail('proof-used')
  return {
    me: (await readMe(db, session.user_id, session.workspace_id))!,
    secret,
    expiresAt: toInstant(session.expires_at),
  }
})
