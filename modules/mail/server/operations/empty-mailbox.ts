import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { labelChanged, syncChanged } from '../../contract.ts'
import { command, type MailboxRow, type MailTables } from '../database.ts'
import { labelKey } from '../store/labels.ts'
import { findMailbox } from '../sync/find-mailbox.ts'
import { emptyMailbox } from '../sync/internal.ts'
import { labelsOfPlacement } from '../sync/placement-labels.ts'
import { removePlacements } from '../sync/remove-placements.ts'
import { settleMessages } from '../sync/settle-messages.ts'

export default command(emptyMailbox, async ({ db, actor, emit, fail, now }, { mailboxId, limit, afterwards }) => {
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
  const areMetAgain = afterwards === 'begin-anew'
  const lost = await removePlacements(db, mailbox, uids, now(), { areMetAgain })
  // By another copy alone a message would seem to change, and to change back once it is met again.
  if (!areMetAgain) await settleMessages({ db, emit }, mailbox.owner_id, lost.keys(), { since: now(), lost })
  if (uids.length === limit) return { left: 1 }

  await db.deleteFrom('mail_skipped').where('mailbox_id', '=', mailboxId).execute()
  if (afterwards === 'forget') {
    await db.deleteFrom('mail_mailbox').where('id', '=', mailboxId).execute()
    const label = await forgetLabel(db, mailbox)
    if (label) emit(labelChanged, { id: label })
  } else
    await db
      .updateTable('mail_mailbox')
      .set({ uid_validity: 0, uid_next: 0, oldest_uid: 0, highest_modseq: null, window: null, state: 'pending' })
      .where('id', '=', mailboxId)
      .execute()
  emit(syncChanged, { id: mailbox.connection_id })
  return { left: 0 }
})

/** The label that a folder was goes with it where no message bears it, and no folder of another account is it too. */
async function forgetLabel(db: WriteDatabase<MailTables>, mailbox: MailboxRow): Promise<string | null> {
  const { owner_id } = mailbox
  const [name] = labelsOfPlacement(mailbox, null)
  if (name === undefined) return null
  const label = await db
    .selectFrom('mail_label')
    .select(['id', 'import_id'])
    .where('owner_id', '=', owner_id)
    .where('name_key', '=', labelKey(name))
    .executeTakeFirst()
  if (!label || label.import_id !== null) return null
  const borne = await db
    .selectFrom('mail_message_label')
    .select('message_id')
    .where('label_id', '=', label.id)
    .limit(1)
    .executeTakeFirst()
  const twin = await db
    .selectFrom('mail_mailbox')
    .select('id')
    .where('owner_id', '=', owner_id)
    .where('path', '=', mailbox.path)
    .limit(1)
    .executeTakeFirst()
  if (borne || twin) return null
  await db.deleteFrom('mail_label').where('id', '=', label.id).execute()
  return label.id
}
