import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { MailboxRole } from '../../contract/sync.ts'
import type { MailTables } from '../database.ts'
import { chunks } from '../store/rows.ts'
import type { KnownMailbox, KnownPlacement } from './push-work.ts'

/** The mailboxes of an account that are there. */
export async function mailboxesOf(db: ReadDatabase<MailTables>, connectionId: string): Promise<KnownMailbox[]> {
  const rows = await db
    .selectFrom('mail_mailbox')
    .select(['id', 'path', 'delimiter', 'role', 'uid_validity', 'uid_next'])
    .where('connection_id', '=', connectionId)
    .where('state', '!=', 'gone')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    path: row.path,
    delimiter: row.delimiter,
    role: row.role as MailboxRole | null,
    uidValidity: Number(row.uid_validity),
    uidNext: Number(row.uid_next),
  }))
}

/** Where messages lie in an account. */
export async function placementsOf(
  db: ReadDatabase<MailTables>,
  connectionId: string,
  messageIds: readonly string[],
): Promise<Map<string, KnownPlacement[]>> {
  const placements = new Map<string, KnownPlacement[]>()
  for (const ids of chunks(messageIds)) {
    const rows = await db
      .selectFrom('mail_placement')
      .innerJoin('mail_mailbox', 'mail_mailbox.id', 'mail_placement.mailbox_id')
      .select([
        'mail_placement.message_id',
        'mail_placement.mailbox_id',
        'mail_placement.uid',
        'mail_placement.flags',
        'mail_placement.labels',
      ])
      .where('mail_placement.message_id', 'in', ids)
      .where('mail_mailbox.connection_id', '=', connectionId)
      .where('mail_mailbox.state', '!=', 'gone')
      .orderBy('mail_placement.mailbox_id')
      .orderBy('mail_placement.uid')
      .execute()
    for (const row of rows) {
      const at: KnownPlacement = {
        mailboxId: row.mailbox_id,
        uid: Number(row.uid),
        flags: Number(row.flags),
        labels: row.labels === null ? null : (JSON.parse(row.labels) as string[]),
      }
      placements.set(row.message_id, [...(placements.get(row.message_id) ?? []), at])
    }
  }
  return placements
}
