import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { invite, memberInvited } from '../../contract.ts'
import { command } from '../database.ts'
import { closeInvitation, findInvitation, INVITATION_MILLISECONDS, toInvitation } from '../people/invitations.ts'
import { mayChangeRole } from '../people/policy.ts'
import { sendInvitation } from '../people/send-invitation.ts'

const MOST_OPEN = 500

export default command(invite, async (context, { email, role }) => {
  const { db, actor, emit, fail, now } = context
  const { workspaceId } = actor
  if (!mayChangeRole(actor, null, role)) return fail('role-refused')
  const member = await db
    .selectFrom('identity_member as m')
    .innerJoin('identity_user as u', 'u.id', 'm.user_id')
    .select('u.id')
    .where('m.workspace_id', '=', workspaceId)
    .where('u.email', '=', email)
    .executeTakeFirst()
  if (member) return fail('already-member')
  const open = await db
    .selectFrom('identity_invitation')
    .select(['id', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'open')
    .where('expires_at', '>', now())
    .limit(MOST_OPEN)
    .execute()
  if (open.length >= MOST_OPEN) return fail('too-many-invitations')

  // One invitation an address: the newest says which role.
  for (const earlier of open.filter((each) => each.email === email))
    await closeInvitation(db, earlier.id, 'revoked', now())
  const id = uuidv7()
  await db
    .insertInto('identity_invitation')
    .values({
      id,
      workspace_id: workspaceId,
      email,
      role,
      invited_by: personOf(actor),
      state: 'open',
      created_at: now(),
      expires_at: now() + INVITATION_MILLISECONDS,
    })
    .execute()
  const link = await sendInvitation(context, (await findInvitation(db, workspaceId, id))!)
  emit(memberInvited, { id, role })
  return { ...toInvitation((await findInvitation(db, workspaceId, id))!, now()), link }
})
