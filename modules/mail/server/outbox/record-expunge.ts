import type { CommandContext } from '#kernel/context.ts'
import type { MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import type { ExpungeChange } from './change.ts'
import { enqueuePush } from './enqueue-push.ts'
import { entryOf } from './record-changes.ts'

type Context = Pick<CommandContext<MailTables>, 'db' | 'actor' | 'now' | 'enqueue'>

/**
 * Notes for the servers that messages are to be erased there, before their rows go. False where one of them is just
 * being moved there, so that nobody knows where it lies.
 */
export async function recordExpunge(context: Context, messageIds: string[]): Promise<boolean> {
  const { db, actor, now } = context
  const moving = await db
    .selectFrom('mail_outbox')
    .select('id')
    .where('message_id', 'in', messageIds)
    .where('state', '=', 'sending')
    .limit(1)
    .executeTakeFirst()
  const between = await db
    .selectFrom('mail_orphan')
    .select('message_id')
    .where('message_id', 'in', messageIds)
    .limit(1)
    .executeTakeFirst()
  if (moving || between) return false

  const placements = await db
    .selectFrom('mail_placement')
    .innerJoin('mail_mailbox', 'mail_mailbox.id', 'mail_placement.mailbox_id')
    .innerJoin('mail_message', 'mail_message.id', 'mail_placement.message_id')
    .select([
      'mail_message.hash',
      'mail_mailbox.connection_id',
      'mail_placement.mailbox_id',
      'mail_placement.uid',
      'mail_mailbox.uid_validity',
    ])
    .where('mail_placement.message_id', 'in', messageIds)
    .execute()
  await db.deleteFrom('mail_outbox').where('message_id', 'in', messageIds).execute()
  for (const [connectionId, lying] of Map.groupBy(placements, (row) => row.connection_id)) {
    const change: ExpungeChange = {
      placements: lying.map((row) => ({
        mailboxId: row.mailbox_id,
        uid: Number(row.uid),
        uidValidity: Number(row.uid_validity),
        hash: row.hash,
      })),
    }
    await db
      .insertInto('mail_outbox')
      .values(entryOf(ownerOf(actor), connectionId, 'expunge', null, change, now()))
      .execute()
    await enqueuePush(context, connectionId)
  }
  return true
}
