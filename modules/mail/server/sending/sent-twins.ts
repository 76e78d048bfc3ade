import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { chunks } from '../store/rows.ts'

/**
 * What a provider kept of messages that were sent from here and are here already, by Message-ID: a provider adds its
 * own header fields to its copy, so that the bytes are others. Answers the ids of the copies here.
 */
export async function sentTwins(
  db: WriteDatabase<MailTables>,
  { ownerId, connectionId }: { ownerId: string; connectionId: string },
  messageIds: readonly string[],
): Promise<Map<string, string>> {
  const twins = new Map<string, string>()
  for (const part of chunks([...new Set(messageIds)])) {
    const rows = await db
      .selectFrom('mail_outgoing')
      .select(['message_id', 'sent_copy'])
      .where('owner_id', '=', ownerId)
      .where('connection_id', '=', connectionId)
      .where('appends', '=', 0)
      .where('sent_copy', 'is not', null)
      .where('message_id', 'in', part)
      .execute()
    for (const { message_id, sent_copy } of rows) twins.set(message_id, sent_copy!)
  }
  return twins
}

const DAY = 86_400_000

/** The message that a provider's sync brought before its copy was stored here. */
export async function broughtAlready(
  db: WriteDatabase<MailTables>,
  {
    owner_id,
    connection_id,
    message_id,
    created_at,
  }: { owner_id: string; connection_id: string; message_id: string; created_at: number },
): Promise<string | null> {
  const row = await db
    .selectFrom('mail_message')
    .innerJoin('mail_placement', 'mail_placement.message_id', 'mail_message.id')
    .innerJoin('mail_mailbox', 'mail_mailbox.id', 'mail_placement.mailbox_id')
    .select('mail_message.id')
    .where('mail_message.owner_id', '=', owner_id)
    .where('mail_message.message_id', '=', message_id)
    .where('mail_message.place', '=', 'sent')
    // Only what is as new: the index of a place is in the order of dates.
    .where('mail_message.date_at', '>=', created_at - DAY)
    .where('mail_mailbox.connection_id', '=', connection_id)
    .executeTakeFirst()
  return row?.id ?? null
}
