import { uuidv7 } from '#base/ids.ts'
import { toInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { startImpersonation } from '../admin/internal.ts'
import { findUser } from '../admin/users.ts'
import { impersonationStarted } from '../../contract.ts'
import { command } from '../database.ts'
import { readMe } from '../read-me.ts'
import { createSecret } from '../secret.ts'

const HALF_AN_HOUR = 30 * 60 * 1000

export default command(
  startImpersonation,
  async ({ db, actor, changed, emit, fail, now }, { id, sessionId, userAgent }) => {
    const by = personOf(actor)
    const user = await findUser(db, id)
    if (!user || user.active === 0) return fail('user-not-found')
    if (id === by) return fail('not-yourself')
    if (user.instance_admin === 1) return fail('admin-refused')
    const home = await db
      .selectFrom('identity_member')
      .select('workspace_id')
      .where('user_id', '=', id)
      .orderBy('created_at')
      .executeTakeFirst()
    if (!home) return fail('user-not-found')
    if (sessionId === null) return fail('no-session')

    const { secret, hash } = createSecret('daybook_ses')
    const session = {
      id: uuidv7(),
      secret_hash: hash,
      user_id: id,
      workspace_id: home.workspace_id,
      user_agent: userAgent,
      created_at: now(),
      expires_at: now() + HALF_AN_HOUR,
      authenticated_at: 0,
      last_seen_at: now(),
      impersonator_id: by,
      parent_id: sessionId,
    }
    await db.insertInto('identity_session').values(session).execute()
    emit(impersonationStarted, { id, by }, { personId: id, workspaceId: home.workspace_id })
    changed(null, { id, by })
    const me = await readMe(db, id, home.workspace_id, session.id)
    return { me: me!, session: secret, expiresAt: toInstant(session.expires_at) }
  },
)
