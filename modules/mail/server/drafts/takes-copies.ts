import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Connection } from '../../../connections/contract.ts'
import type { MailTables } from '../database.ts'

/** Consent with which Google's mail servers let us in, where drafts are labels of what lies in all mail. */
const GOOGLE_IMAP = 'https://mail.google.com/'

/**
 * Whether the drafts of an account are kept on its server too. Not before its mailboxes are known; and not by IMAP where
 * drafts are a label, since a message that is put into all mail there is no draft.
 */
export async function takesCopies(
  db: ReadDatabase<MailTables>,
  { id, provider, scopes, state }: Connection,
): Promise<boolean> {
  if (state === 'paused') return false
  const mailboxes = await db
    .selectFrom('mail_mailbox')
    .select('role')
    .where('connection_id', '=', id)
    .where('state', '!=', 'gone')
    .execute()
  const hasLabels = mailboxes.some(({ role }) => role === 'all')
  return mailboxes.length > 0 && (!hasLabels || (provider === 'google' && !scopes.includes(GOOGLE_IMAP)))
}
