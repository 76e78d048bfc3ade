import { personOf } from '#kernel/actor.ts'
import { leaveWorkspace, memberRemoved } from '../../contract.ts'
import { command } from '../database.ts'
import { deleteTokens, endSessions } from '../people/end-access.ts'
import { isLastOwner, removeMember } from '../people/members.ts'
import { moveSession } from '../people/move-session.ts'

export default command(leaveWorkspace, async ({ db, actor, emit, fail, now }) => {
  const userId = personOf(actor)
  const { workspaceId } = actor
  if (await isLastOwner(db, workspaceId, userId)) return fail('last-owner')

  await removeMember(db, { workspaceId, userId, now: now() })
  const place = await moveSession(db, userId, actor.sessionId)
  await endSessions(db, userId, { workspaceId })
  await deleteTokens(db, userId, workspaceId)
  emit(memberRemoved, { id: userId, left: true })
  return { workspaceId: place }
})
