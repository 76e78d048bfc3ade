import { toInstant } from '#base/time.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { Invitation } from '../../contract.ts'
import type { IdentityTables } from '../database.ts'
import { createSecret, hashSecret } from '../secret.ts'

/** How long an invitation is good for. */
export const INVITATION_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

/** Invitations to a workspace with who sent them. */
export function selectInvitations(db: ReadDatabase<IdentityTables>, workspaceId: string) {
  return db
    .selectFrom('identity_invitation as i')
    .innerJoin('identity_user as u', 'u.id', 'i.invited_by')
    .leftJoin('identity_mail as mail', 'mail.id', 'i.mail_id')
    .select([
      'i.id',
      'i.email',
      'i.role',
      'i.state',
      'i.created_at',
      'i.expires_at',
      'i.mail_id',
      'u.id as inviter_id',
      'u.name as inviter_name',
      'mail.state as mail_state',
    ])
    .where('i.workspace_id', '=', workspaceId)
}

/** One invitation to a workspace. */
export function findInvitation(db: ReadDatabase<IdentityTables>, workspaceId: string, id: string) {
  return selectInvitations(db, workspaceId).where('i.id', '=', id).executeTakeFirst()
}

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** A row as the API shows it. An open invitation that is too old is an expired one. */
export function toInvitation(row: InvitationRow, now: number): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role as Invitation['role'],
    state: row.state === 'open' && row.expires_at <= now ? 'expired' : row.state,
    delivery: toDelivery(row),
    invitedBy: { id: row.inviter_id, name: row.inviter_name },
    createdAt: toInstant(row.created_at),
    expiresAt: toInstant(row.expires_at),
  }
}

function toDelivery({ mail_id, mail_state }: InvitationRow): Invitation['delivery'] {
  if (mail_id === null || mail_state === 'not-configured') return 'not-configured'
  if (mail_state === 'sent') return 'sent'
  return mail_state === 'failed' || mail_state === 'uncertain' ? 'failed' : 'waiting'
}

/** A new secret for an invitation; those it has stay good. */
export async function addSecret(db: WriteDatabase<IdentityTables>, invitationId: string): Promise<string> {
  const { secret, hash } = createSecret('daybook_inv')
  await db.insertInto('identity_invitation_secret').values({ secret_hash: hash, invitation_id: invitationId }).execute()
  return secret
}

/** Ends every secret of an invitation. */
export async function dropSecrets(db: WriteDatabase<IdentityTables>, invitationId: string): Promise<void> {
  await db.deleteFrom('identity_invitation_secret').where('invitation_id', '=', invitationId).execute()
}

/** Path of the page that opens an invitation; its secret reaches no server with the address. */
export function invitationLink(secret: string): string {
  return `/invitation#${secret}`
}

/** The invitation that a secret opens, while it is good. */
export function findBySecret(db: ReadDatabase<IdentityTables>, secret: string, now: number) {
  return db
    .selectFrom('identity_invitation_secret as s')
    .innerJoin('identity_invitation as i', 'i.id', 's.invitation_id')
    .innerJoin('identity_workspace as w', 'w.id', 'i.workspace_id')
    .innerJoin('identity_user as u', 'u.id', 'i.invited_by')
    .select([
      'i.id',
      'i.email',
      'i.role',
      'i.expires_at',
      'i.workspace_id',
      'w.name as workspace_name',
      'u.name as inviter_name',
    ])
    .where('s.secret_hash', '=', hashSecret(secret))
    .where('i.state', '=', 'open')
    .where('i.expires_at', '>', now)
    .where('w.deleted_at', 'is', null)
    .executeTakeFirst()
}

/** Uses an invitation up; false when somebody else was quicker. */
export async function closeInvitation(
  db: WriteDatabase<IdentityTables>,
  id: string,
  state: 'accepted' | 'revoked',
  now: number,
): Promise<boolean> {
  const closed = await db
    .updateTable('identity_invitation')
    .set({ state, decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  if (closed) await dropSecrets(db, id)
  return closed !== undefined
}
