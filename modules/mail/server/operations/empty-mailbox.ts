import { syncChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findMailbox } from '../sync/find-mailbox.ts'
import { emptyMailbox } from '../sync/internal.ts'
import { removePlacements } from '../sync/remove-placements.ts'
import { settleMessages } from '../sync/settle-messages.ts'

export default command(emptyMailbox, async ({ db, actor, emit, fail, now }, { mailboxId, limit, then }) => {
  const mailbox = await findMailbox(db, actor, mailboxId)
  if (!mailbox) return fail('mailbox-not-found')
  const rows = await db
    .selectFrom('mail_placement')
    .select('uid')
    .where('mailbox_id', '=', mailboxId)
    .orderBy('uid')
    .limit(limit)
    .execute()
  const uids = rows.map(({ uid }) => uid)
  const lost = await removePlacements(db, mailbox, uids, now())
  await settleMessages({ db, emit }, mailbox.owner_id, lost.keys(), { since: now(), lost })
  if (uids.length === limit) return { left: 1 }

  await db.deleteFrom('mail_skipped').where('mailbox_id', '=', mailboxId).execute()
  if (then === 'forget') await db.deleteFrom('mail_mailbox').where('id', '=', mailboxId).execute()
  else
    await db
      .updateTable('mail_mailbox')
      .set({ uid_validity: 0, uid_next: 0, oldest_uid: 0, highest_modseq: null, window: null, state: 'pending' })
      .where('id', '=', mailboxId)
      .execute()
  emit(syncChanged, { id: mailbox.connection_id })
  return { left: 0 }
})
