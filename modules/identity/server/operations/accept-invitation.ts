import { personOf } from '#kernel/actor.ts'
import { acceptInvitation, invitationAccepted, memberJoined } from '../../contract.ts'
import { command } from '../database.ts'
import { takeInvitation } from '../people/take-invitation.ts'
import { findWorkspace, toWorkspace } from '../people/workspaces.ts'

export default command(acceptInvitation, async ({ db, actor, emit, fail, now }, { secret }) => {
  const userId = personOf(actor)
  const taken = await takeInvitation(db, { secret, userId, now: now() })
  if (typeof taken === 'string') return fail(taken)

  const { id, workspaceId, role } = taken
  emit(invitationAccepted, { id, userId }, { workspaceId })
  emit(memberJoined, { id: userId, role }, { workspaceId })
  return toWorkspace((await findWorkspace(db, userId, workspaceId))!, actor.workspaceId)
})
