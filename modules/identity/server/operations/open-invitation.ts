import { toInstant } from '#base/time.ts'
import type { OpenInvitation } from '../../contract.ts'
import { query } from '../database.ts'
import { openInvitation } from '../people/internal.ts'
import { findBySecret } from '../people/invitations.ts'

export default query(openInvitation, async ({ db, fail, now }, { secret }) => {
  const invitation = await findBySecret(db, secret, now())
  if (!invitation) return fail('invitation-not-valid')

  const account = await db
    .selectFrom('identity_user')
    .select('id')
    .where('email', '=', invitation.email)
    .executeTakeFirst()
  return {
    workspace: { name: invitation.workspace_name },
    invitedBy: { name: invitation.inviter_name },
    email: invitation.email,
    role: invitation.role as OpenInvitation['role'],
    expiresAt: toInstant(invitation.expires_at),
    hasAccount: account !== undefined,
  }
})
