import { memberInvited, resendInvitation } from '../../contract.ts'
import { command } from '../database.ts'
import { dropSecrets, findInvitation, INVITATION_MILLISECONDS, toInvitation } from '../people/invitations.ts'
import { mayChangeRole } from '../people/policy.ts'
import { sendInvitation } from '../people/send-invitation.ts'

export default command(resendInvitation, async (context, { id }) => {
  const { db, actor, emit, fail, now } = context
  const { workspaceId } = actor
  const invitation = await findInvitation(db, workspaceId, id)
  if (!invitation) return fail('invitation-not-found')
  if (invitation.state !== 'open') return fail('already-decided')
  if (!mayChangeRole(actor, null, invitation.role)) return fail('not-allowed')

  await dropSecrets(db, id)
  await db
    .updateTable('identity_invitation')
    .set({ expires_at: now() + INVITATION_MILLISECONDS })
    .where('id', '=', id)
    .execute()
  const link = await sendInvitation(context, invitation)
  const sent = toInvitation((await findInvitation(db, workspaceId, id))!, now())
  emit(memberInvited, { id, role: sent.role })
  return { ...sent, link }
})
