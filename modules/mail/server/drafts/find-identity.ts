import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Identity } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import type { IdentityRow } from './tables.ts'

type Reading = ReadDatabase<MailTables>

/** All addresses a person sends from, the default first. */
export async function identitiesOf(db: Reading, ownerId: string): Promise<IdentityRow[]> {
  return db
    .selectFrom('mail_identity')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .orderBy('is_default', 'desc')
    .orderBy('id')
    .execute()
}

/** An identity of a person by its id; another's is not found. */
export async function findIdentity(db: Reading, ownerId: string, id: string): Promise<IdentityRow | undefined> {
  return db
    .selectFrom('mail_identity')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst()
}

/** Who a message is from: the one chosen, else one of the account, else the default that can send. */
export function pickIdentity(
  identities: IdentityRow[],
  { identityId, connectionId }: { identityId: string | null; connectionId: string | null },
): IdentityRow | undefined {
  return (
    identities.find(({ id }) => id === identityId) ??
    identities.find(({ connection_id }) => connectionId !== null && connection_id === connectionId) ??
    (connectionId === null
      ? (identities.find(({ connection_id }) => connection_id !== null) ?? identities[0])
      : undefined)
  )
}

/** A row of identities as the API shows it. */
export function toIdentity(row: IdentityRow): Identity {
  return {
    id: row.id,
    rev: row.rev,
    connectionId: row.connection_id,
    address: row.address,
    name: row.name,
    replyTo: row.reply_to,
    signatureText: row.signature_text,
    signatureHtml: row.signature_html,
    isDefault: row.is_default === 1,
  }
}
