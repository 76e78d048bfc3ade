import { personOf } from '#kernel/actor.ts'
import { revokeSession, sessionEnded } from '../../contract.ts'
import { command } from '../database.ts'

export default command(revokeSession, async ({ db, actor, emit, fail }, { id }) => {
  const gone = await db
    .deleteFrom('identity_session')
    .where('id', '=', id)
    .where('user_id', '=', personOf(actor))
    .returning('workspace_id')
    .executeTakeFirst()
  if (!gone) return fail('session-not-found')

  await db.deleteFrom('identity_refresh').where('session_id', '=', id).execute()
  emit(sessionEnded, { id }, { workspaceId: gone.workspace_id })
  return {}
})
