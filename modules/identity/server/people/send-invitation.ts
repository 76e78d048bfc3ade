import type { CommandContext } from '#kernel/context.ts'
import type { IdentityTables } from '../database.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { addSecret, invitationLink, type InvitationRow } from './invitations.ts'

/**
 * Makes the two secrets of an invitation: one goes out by mail, the other is answered, to be handed over. What the
 * inviter can read is therefore never what proves that the mail arrived.
 */
export async function sendInvitation(
  context: Pick<CommandContext<IdentityTables>, 'db' | 'sealer' | 'enqueue' | 'now' | 'actor'>,
  invitation: InvitationRow,
): Promise<string> {
  const { db, actor } = context
  const { id, email, inviter_name: inviter } = invitation
  const workspace = await db
    .selectFrom('identity_workspace')
    .select('name')
    .where('id', '=', actor.workspaceId)
    .executeTakeFirstOrThrow()
  const mailId = await queueMail(context, 'invitation', {
    to: email,
    subject: `${inviter} invites you to ${workspace.name}`,
    lines: [
      `${inviter} invites you to the workspace ${workspace.name} in Daybook.`,
      'The invitation is good for seven days.',
    ],
    link: { path: invitationLink(await addSecret(db, id)), label: 'Open the invitation' },
  })
  await db.updateTable('identity_invitation').set({ mail_id: mailId }).where('id', '=', id).execute()
  return invitationLink(await addSecret(db, id))
}
