import { personOf } from '#kernel/actor.ts'
import { sessionEnded } from '../../contract.ts'
import { command } from '../database.ts'
import { endSession } from '../internal.ts'

export default command(endSession, async ({ db, actor, emit }, { id }) => {
  await db.deleteFrom('identity_session').where('id', '=', id).where('user_id', '=', personOf(actor)).execute()
  emit(sessionEnded, { id })
  return {}
})
