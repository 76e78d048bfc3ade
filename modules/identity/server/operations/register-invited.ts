import { accountCreated, invitationAccepted, memberJoined } from '../../contract.ts'
import { insertUser } from '../accounts/insert-user.ts'
import { command } from '../database.ts'
import { registerInvited } from '../internal-accounts.ts'
import { takeInvitation } from '../people/take-invitation.ts'

export default command(registerInvited, async ({ db, emit, fail, now }, { email, name, passwordHash, invitation }) => {
  // The link may have been handed over by hand, which proves no address.
  const userId = await insertUser(db, { email, name, passwordHash, isProved: false }, now())
  if (userId === null) return fail('already-registered')
  const taken = await takeInvitation(db, { secret: invitation, userId, now: now() })
  if (typeof taken === 'string' || taken.email !== email) return fail('invitation-not-valid')

  const { id, workspaceId, role } = taken
  emit(accountCreated, { id: userId }, { workspaceId, personId: userId })
  emit(invitationAccepted, { id, userId }, { workspaceId, personId: userId })
  emit(memberJoined, { id: userId, role }, { workspaceId, personId: userId })
  return { userId, workspaceId }
})
