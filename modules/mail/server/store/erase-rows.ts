import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { eraseTidyingOf } from '../tidying/erase-tidying.ts'

/** Removes the messages and all that hangs on them; answers which of them held a file. */
export async function eraseRows(
  db: WriteDatabase<MailTables>,
  ids: string[],
): Promise<{ message_id: string; blob: string | null }[]> {
  const held = await db
    .selectFrom('mail_content')
    .select(['message_id', 'blob'])
    .where('message_id', 'in', ids)
    .where('blob', 'is not', null)
    .execute()
  await db.deleteFrom('mail_content').where('message_id', 'in', ids).execute()
  await db.deleteFrom('mail_attachment').where('message_id', 'in', ids).execute()
  await db.deleteFrom('mail_message_label').where('message_id', 'in', ids).execute()
  await erasePlacements(db, ids)
  await db.deleteFrom('mail_orphan').where('message_id', 'in', ids).execute()
  await eraseTidyingOf(db, ids)
  await db.deleteFrom('mail_message').where('id', 'in', ids).execute()
  return held
}

async function erasePlacements(db: WriteDatabase<MailTables>, ids: string[]): Promise<void> {
  const erased = await db.deleteFrom('mail_placement').where('message_id', 'in', ids).returning('mailbox_id').execute()
  for (const [id, rows] of Map.groupBy(erased, ({ mailbox_id }) => mailbox_id))
    await db
      .updateTable('mail_mailbox')
      .set({ stored_count: plus('stored_count', -rows.length) })
      .where('id', '=', id)
      .execute()
}
