import { toInstantOrNull } from '#base/time.ts'
import type { Mailbox } from '../../contract.ts'
import type { MailboxRow } from '../database.ts'

/** A row of mailboxes as the API shows it. */
export function toMailbox(row: MailboxRow): Mailbox {
  return {
    id: row.id,
    connectionId: row.connection_id,
    path: row.path,
    delimiter: row.delimiter,
    role: row.role as Mailbox['role'],
    state: row.state as Mailbox['state'],
    messages: row.exists_count,
    stored: row.stored_count,
    skipped: row.skipped_count,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as Mailbox['problem']),
    lastSyncAt: toInstantOrNull(row.last_sync_at),
  }
}
