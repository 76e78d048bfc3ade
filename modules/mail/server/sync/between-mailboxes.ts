import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailboxRow, MailTables } from '../database.ts'
import { chunks, paddedChunks } from '../store/rows.ts'

/**
 * Notes messages of which nobody knows at the moment where all their copies lie: they were moved, or their mailbox was
 * numbered anew. They stay as they are until they are met again, or a whole look is over.
 */
export async function noteBetween(
  db: WriteDatabase<MailTables>,
  { owner_id, connection_id }: Pick<MailboxRow, 'owner_id' | 'connection_id'>,
  messageIds: readonly string[],
  at: number,
): Promise<void> {
  for (const ids of chunks(messageIds)) {
    await db
      .insertInto('mail_orphan')
      .values(ids.map((message_id) => ({ message_id, owner_id, connection_id, at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Which of these messages are between mailboxes. */
export async function betweenOf(
  db: ReadDatabase<MailTables>,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const between = new Set<string>()
  for (const ids of paddedChunks(messageIds)) {
    const rows = await db.selectFrom('mail_orphan').select('message_id').where('message_id', 'in', ids).execute()
    for (const { message_id } of rows) between.add(message_id)
  }
  return between
}

/**
 * Ends the wait of messages that were met in a mailbox; answers which of them had been waiting. While another mailbox
 * of the account is being read anew they wait on: a copy of them may lie in it.
 */
export async function meetAgain(
  db: WriteDatabase<MailTables>,
  mailbox: MailboxRow,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const waiting = [...(await betweenOf(db, messageIds))]
  if (waiting.length === 0 || (await isAnotherReadAnew(db, mailbox))) return new Set()
  for (const ids of chunks(waiting)) await db.deleteFrom('mail_orphan').where('message_id', 'in', ids).execute()
  return new Set(waiting)
}

/** Whether a mailbox that was here whole is read once more from its newest to its oldest message. */
export function isReadAnew({ last_sync_at, state }: MailboxRow): boolean {
  return last_sync_at !== null && ANEW.includes(state)
}

const ANEW: readonly string[] = ['pending', 'syncing']

async function isAnotherReadAnew(db: ReadDatabase<MailTables>, mailbox: MailboxRow): Promise<boolean> {
  const another = await db
    .selectFrom('mail_mailbox')
    .select('id')
    .where('owner_id', '=', mailbox.owner_id)
    .where('connection_id', '=', mailbox.connection_id)
    .where('id', '!=', mailbox.id)
    .where('last_sync_at', 'is not', null)
    .where('state', 'in', ANEW)
    .limit(1)
    .executeTakeFirst()
  return another !== undefined
}
