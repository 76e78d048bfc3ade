import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailboxRow, MailTables } from '../database.ts'
import { labelKey } from '../store/labels.ts'
import { chunks } from '../store/rows.ts'
import { noteBetween } from './between-mailboxes.ts'
import { labelsOfPlacement } from './placement-labels.ts'

/**
 * Takes messages out of a mailbox by their uids; answers the keys of labels that each may have lost by it. One that
 * lies nowhere now is noted: it was moved and will be met again, or it was erased. With `areMetAgain` all are noted,
 * also those of which another copy is known.
 */
export async function removePlacements(
  db: WriteDatabase<MailTables>,
  mailbox: MailboxRow,
  uids: readonly number[],
  at: number,
  { areMetAgain = false } = {},
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
  const ids = [...lost.keys()]
  await noteBetween(db, mailbox, areMetAgain ? ids : await withoutCopies(db, ids), at)
  return lost
}

async function withoutCopies(db: WriteDatabase<MailTables>, messageIds: string[]): Promise<string[]> {
  const elsewhere = new Set<string>()
  for (const ids of chunks(messageIds)) {
    const rows = await db.selectFrom('mail_placement').select('message_id').where('message_id', 'in', ids).execute()
    for (const { message_id } of rows) elsewhere.add(message_id)
  }
  return messageIds.filter((id) => !elsewhere.has(id))
}
