import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'

/** Erases a workspace with its memberships, invitations, sessions, tokens and links. Accounts stay: they are their people's. */
export async function eraseWorkspaceRows(db: WriteDatabase<IdentityTables>, id: string): Promise<void> {
  const invitations = db.selectFrom('identity_invitation').where('workspace_id', '=', id)
  await db
    .deleteFrom('identity_invitation_secret')
    .where('invitation_id', 'in', invitations.select('identity_invitation.id'))
    .execute()
  await db
    .deleteFrom('identity_mail')
    .where('id', 'in', invitations.where('mail_id', 'is not', null).select('mail_id'))
    .execute()
  await db
    .deleteFrom('identity_refresh')
    .where('session_id', 'in', db.selectFrom('identity_session').select('id').where('workspace_id', '=', id))
    .execute()
  for (const table of [
    'identity_invitation',
    'identity_session',
    'identity_token',
    'identity_link',
    'identity_member',
    'identity_former_member',
  ] as const) {
    await db.deleteFrom(table).where('workspace_id', '=', id).execute()
  }
  await db.deleteFrom('identity_workspace').where('id', '=', id).execute()
}
