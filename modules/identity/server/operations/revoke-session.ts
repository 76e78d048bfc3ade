import { personOf } from '#kernel/actor.ts'
import { revokeSession, sessionEnded } from '../../contract.ts'
import { command } from '../database.ts'

export default command(revokeSession, async ({ db, actor, emit, fail }, { id }) => {
  const gone = await db
    .deleteFrom('identity_session')
    .where('id', '=', id)
    .where('user_id', '=', personOf(actor))
    .where('workspace_id', '=', actor.workspaceId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) return fail('session-not-found')

  emit(sessionEnded, { id })
  return {}
})
