import { refreshReused, sessionEnded } from '../../contract.ts'
import { deleteFamily } from '../clients/delete-family.ts'
import { findClientSession } from '../clients/find-client-session.ts'
import { rotateRefresh as rotate } from '../clients/refresh-tokens.ts'
import { command } from '../database.ts'
import { rotateRefresh } from '../internal-clients.ts'

export default command(rotateRefresh, async ({ db, emit, now }, { refreshToken, client }) => {
  const rotation = await rotate(db, refreshToken, client, now())
  if (rotation.kind === 'unknown') return { session: null }
  const { sessionId } = rotation
  if (rotation.kind === 'reused') {
    const ended = await deleteFamily(db, sessionId)
    if (!ended) return { session: null }
    const owner = { personId: ended.userId, workspaceId: ended.workspaceId }
    emit(refreshReused, { id: sessionId }, owner)
    emit(sessionEnded, { id: sessionId }, owner)
    return { session: null }
  }
  const session = await findClientSession(db, sessionId, now())
  if (!session) return { session: null }
  await db.updateTable('identity_session').set({ last_seen_at: now() }).where('id', '=', sessionId).execute()
  const { workspaceId: _, ...rest } = session
  return { session: { ...rest, refreshToken: rotation.refreshToken } }
})
