import { query } from '../database.ts'
import { findMailbox } from '../sync/find-mailbox.ts'
import { knownUids } from '../sync/internal.ts'

export default query(knownUids, async ({ db, actor, fail }, { mailboxId, from, below }) => {
  if (!(await findMailbox(db, actor, mailboxId))) return fail('mailbox-not-found')
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
  return { uids: rows.map(({ uid }) => uid) }
})
