import { personOf } from '#kernel/actor.ts'
import { revokeToken, tokenRevoked } from '../../contract.ts'
import { command } from '../database.ts'

export default command(revokeToken, async ({ db, actor, emit, fail }, { id }) => {
  const gone = await db
    .deleteFrom('identity_token')
    .where('id', '=', id)
    .where('user_id', '=', personOf(actor))
    .where('workspace_id', '=', actor.workspaceId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) return fail('token-not-found')

  emit(tokenRevoked, { id })
  return {}
})
