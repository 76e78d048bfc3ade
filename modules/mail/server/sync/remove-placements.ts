import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailboxRow, MailTables } from '../database.ts'
import { labelKey } from '../store/labels.ts'
import { chunks } from '../store/rows.ts'
import { labelsOfPlacement } from './placement-labels.ts'

/**
 * Takes messages out of a mailbox by their uids; answers the keys of labels that each may have lost by it. One that
 * lies nowhere now is noted: it was moved and will be met again, or it was erased.
 */
export async function removePlacements(
  db: WriteDatabase<MailTables>,
  mailbox: MailboxRow,
  uids: readonly number[],
  at: number,
): Promise<Map<string, Set<string>>> {
  const lost = new Map<string, Set<string>>()
  for (const part of chunks(uids)) {
    const removed = await db
      .deleteFrom('mail_placement')
      .where('mailbox_id', '=', mailbox.id)
      .where('uid', 'in', part)
      .returning(['message_id', 'labels'])
      .execute()
    for (const { message_id, labels } of removed) {
      const names = labelsOfPlacement(mailbox, labels === null ? null : (JSON.parse(labels) as string[]))
      lost.set(message_id, new Set([...(lost.get(message_id) ?? []), ...names.map(labelKey)]))
    }
    const skipped = await db
      .deleteFrom('mail_skipped')
      .where('mailbox_id', '=', mailbox.id)
      .where('uid', 'in', part)
      .returning('uid')
      .execute()
    if (removed.length + skipped.length === 0) continue
    await db
      .updateTable('mail_mailbox')
      .set({
        stored_count: plus('stored_count', -removed.length),
        skipped_count: plus('skipped_count', -skipped.length),
      })
      .where('id', '=', mailbox.id)
      .execute()
  }
  await noteOrphans(db, mailbox, [...lost.keys()], at)
  return lost
}

async function noteOrphans(
  db: WriteDatabase<MailTables>,
  { owner_id, connection_id }: MailboxRow,
  messageIds: string[],
  at: number,
): Promise<void> {
  for (const ids of chunks(messageIds)) {
    const rows = await db.selectFrom('mail_placement').select('message_id').where('message_id', 'in', ids).execute()
    const elsewhere = new Set(rows.map(({ message_id }) => message_id))
    const orphans = ids.filter((id) => !elsewhere.has(id))
    if (orphans.length === 0) continue
    await db
      .insertInto('mail_orphan')
      .values(orphans.map((message_id) => ({ message_id, owner_id, connection_id, at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
