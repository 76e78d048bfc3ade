import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { MailboxRow, MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'

/** A mailbox of whoever acts; another's is not found. */
export async function findMailbox(
  db: ReadDatabase<MailTables>,
  actor: Actor,
  id: string,
): Promise<MailboxRow | undefined> {
  return db
    .selectFrom('mail_mailbox')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
}
