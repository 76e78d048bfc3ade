import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { ImportRow, MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'

/** An import of whoever acts; another's is not found. */
export async function findImport(
  db: ReadDatabase<MailTables>,
  actor: Actor,
  id: string,
): Promise<ImportRow | undefined> {
  return db
    .selectFrom('mail_import')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
}
