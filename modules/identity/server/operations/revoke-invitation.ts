import { invitationRevoked, revokeInvitation } from '../../contract.ts'
import { command } from '../database.ts'
import { closeInvitation, findInvitation, toInvitation } from '../people/invitations.ts'

export default command(revokeInvitation, async ({ db, actor, emit, fail, now }, { id }) => {
  const invitation = await findInvitation(db, actor.workspaceId, id)
  if (!invitation) return fail('invitation-not-found')
  if (!(await closeInvitation(db, id, 'revoked', now()))) return fail('already-decided')

  emit(invitationRevoked, { id })
  return toInvitation({ ...invitation, state: 'revoked' }, now())
})
