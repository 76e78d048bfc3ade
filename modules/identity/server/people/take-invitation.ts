import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'
import { closeInvitation, findBySecret } from './invitations.ts'
import { addMember } from './members.ts'

/** What came of an invitation: where its holder is a member now. */
export interface TakenInvitation {
  id: string
  workspaceId: string
  role: 'guest' | 'member' | 'admin' | 'owner'
  email: string
}

/**
 * Makes a person a member of the workspace that a secret invites to, and uses the invitation up. It is left as it is
 * where it is not good any more, or where the person is a member already.
 */
export async function takeInvitation(
  db: WriteDatabase<IdentityTables>,
  { secret, userId, now }: { secret: string; userId: string; now: number },
): Promise<TakenInvitation | 'invitation-not-valid' | 'already-member'> {
  const invitation = await findBySecret(db, secret, now)
  if (!invitation) return 'invitation-not-valid'
  const { id, workspace_id: workspaceId, email } = invitation
  const role = invitation.role as TakenInvitation['role']
  if (!(await addMember(db, { workspaceId, userId, role, now }))) return 'already-member'
  if (!(await closeInvitation(db, id, 'accepted', now))) return 'invitation-not-valid'
  return { id, workspaceId, role, email }
}
