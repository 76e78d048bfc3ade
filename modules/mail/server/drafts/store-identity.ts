import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { cleanHtml } from './clean-html.ts'
import type { IdentityRow } from './tables.ts'

/** What a person may change of an address to send from. */
export interface IdentityInput {
  address?: string | undefined
  connectionId?: string | null | undefined
  name?: string | undefined
  replyTo?: string | null | undefined
  signatureText?: string | undefined
  signatureHtml?: string | null | undefined
  isDefault?: boolean | undefined
}

/** Inserts an address to send from; the first one is the default. */
export async function insertIdentity(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  input: IdentityInput & { address: string },
  at: number,
): Promise<IdentityRow> {
  const first = await db.selectFrom('mail_identity').select('id').where('owner_id', '=', ownerId).limit(1).execute()
  const row: IdentityRow = {
    id: uuidv7(),
    owner_id: ownerId,
    connection_id: null,
    address: input.address,
    name: '',
    reply_to: null,
    signature_text: '',
    signature_html: null,
    is_default: first.length === 0 ? 1 : 0,
    rev: 1,
    created_at: at,
    ...identityColumns(input),
  }
  if (row.is_default === 1) await clearDefault(db, ownerId)
  await db.insertInto('mail_identity').values(row).execute()
  return row
}

/** The columns that a change is about. */
export function identityColumns(input: IdentityInput): Partial<IdentityRow> {
  const { address, connectionId, name, replyTo, signatureText, signatureHtml, isDefault } = input
  return {
    ...(address !== undefined && { address }),
    ...(connectionId !== undefined && { connection_id: connectionId }),
    ...(name !== undefined && { name }),
    ...(replyTo !== undefined && { reply_to: replyTo }),
    ...(signatureText !== undefined && { signature_text: signatureText }),
    ...(signatureHtml !== undefined && { signature_html: signatureHtml === null ? null : cleanHtml(signatureHtml) }),
    ...(isDefault !== undefined && { is_default: isDefault ? 1 : 0 }),
  }
}

/** No address is the default, until one is made so. */
export async function clearDefault(db: WriteDatabase<MailTables>, ownerId: string): Promise<void> {
  await db
    .updateTable('mail_identity')
    .set({ is_default: 0 })
    .where('owner_id', '=', ownerId)
    .where('is_default', '=', 1)
    .execute()
}
