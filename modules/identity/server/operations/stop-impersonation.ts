import { toInstant } from '#base/time.ts'
import { stopImpersonation } from '../admin/internal.ts'
import { impersonationEnded } from '../../contract.ts'
import { command } from '../database.ts'
import { readMe } from '../read-me.ts'
import { createSecret } from '../secret.ts'

export default command(stopImpersonation, async ({ db, changed, emit, fail }, { sessionId }) => {
  const ended = await db
    .deleteFrom('identity_session')
    .where('id', '=', sessionId)
    .where('impersonator_id', 'is not', null)
    .returning(['user_id', 'workspace_id', 'impersonator_id', 'parent_id'])
    .executeTakeFirst()
  if (!ended) return fail('not-impersonating')

  // The browser gave its own secret away for this one, so it gets a new one.
  const { secret, hash } = createSecret('daybook_ses')
  const own = await db
    .updateTable('identity_session')
    .set({ secret_hash: hash })
    .where('id', '=', ended.parent_id)
    .where('user_id', '=', ended.impersonator_id!)
    .returning(['user_id', 'workspace_id', 'expires_at'])
    .executeTakeFirst()
  const me = own && (await readMe(db, own.user_id, own.workspace_id))
  if (!me) return fail('not-signed-in')

  const about = { id: ended.user_id, by: ended.impersonator_id! }
  emit(impersonationEnded, about, { personId: ended.user_id, workspaceId: ended.workspace_id })
  changed(about, null)
  return { me, session: secret, expiresAt: toInstant(own.expires_at) }
})
