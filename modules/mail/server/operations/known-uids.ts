import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { query, type MailboxRow, type MailTables } from '../database.ts'
import type { ExpungeChange } from '../outbox/change.ts'
import { findMailbox } from '../sync/find-mailbox.ts'
import { knownUids } from '../sync/internal.ts'

export default query(knownUids, async ({ db, actor, fail }, { mailboxId, from, below }) => {
  const mailbox = await findMailbox(db, actor, mailboxId)
  if (!mailbox) return fail('mailbox-not-found')
  const rows = []
  for (const table of ['mail_placement', 'mail_skipped'] as const)
    rows.push(
      ...(await db
        .selectFrom(table)
        .select('uid')
        .where('mailbox_id', '=', mailboxId)
        .where('uid', '>=', from)
        .where('uid', '<', below)
        .execute()),
    )
  const leaving = await leavingUids(db, mailbox)
  return { uids: [...rows.map(({ uid }) => uid), ...leaving.filter((uid) => uid >= from && uid < below)] }
})

/** What was erased here and is about to be erased there is not to come back. */
async function leavingUids(db: ReadDatabase<MailTables>, mailbox: MailboxRow): Promise<number[]> {
  const entries = await db
    .selectFrom('mail_outbox')
    .select('change')
    .where('owner_id', '=', mailbox.owner_id)
    .where('connection_id', '=', mailbox.connection_id)
    .where('state', 'in', ['waiting', 'sending'])
    .where('kind', '=', 'expunge')
    .execute()
  return entries
    .flatMap(({ change }) => (JSON.parse(change) as ExpungeChange).placements)
    .filter(({ mailboxId, uidValidity }) => mailboxId === mailbox.id && uidValidity === mailbox.uid_validity)
    .map(({ uid }) => uid)
}
