import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Connection } from '../../../connections/contract.ts'
import type { MailTables } from '../database.ts'

/**
 * Whether the drafts of an account are kept on its server too. Not before its mailboxes are known; and not where drafts are
 * a label, since a message that is put into all mail there is no draft.
 */
export async function takesCopies(
  db: ReadDatabase<MailTables>,
  { id, state }: Pick<Connection, 'id' | 'state'>,
): Promise<boolean> {
  if (state === 'paused') return false
  const mailboxes = await db
    .selectFrom('mail_mailbox')
    .select('role')
    .where('connection_id', '=', id)
    .where('state', '!=', 'gone')
    .execute()
  return mailboxes.length > 0 && mailboxes.every(({ role }) => role !== 'all')
}

/** Whether a message lies in a mailbox of drafts, where another can take its place. */
export async function liesAmongDrafts(db: ReadDatabase<MailTables>, messageId: string): Promise<boolean> {
  const there = await db
    .selectFrom('mail_placement')
    .innerJoin('mail_mailbox', 'mail_mailbox.id', 'mail_placement.mailbox_id')
    .select('mail_placement.uid')
    .where('mail_placement.message_id', '=', messageId)
    .where('mail_mailbox.role', '=', 'drafts')
    .limit(1)
    .executeTakeFirst()
  return there !== undefined
}
