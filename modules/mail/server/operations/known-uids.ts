import { query } from '../database.ts'
import { leavingUids } from '../outbox/leaving.ts'
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
