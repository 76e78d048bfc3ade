import { personOf } from '#kernel/actor.ts'
import { revokeOtherSessions, sessionEnded } from '../../contract.ts'
import { command } from '../database.ts'
import { deleteSessions } from '../sessions/delete-sessions.ts'

export default command(revokeOtherSessions, async ({ db, actor, emit }) => {
  const ended = await deleteSessions(db, personOf(actor), actor.sessionId)
  for (const { id, workspaceId } of ended) emit(sessionEnded, { id }, { workspaceId })
  return { ended: ended.length }
})
