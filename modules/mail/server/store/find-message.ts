import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'

/** A message of whoever acts; another's is not found, and neither is the copy of a draft. */
export async function findMessage(
  db: ReadDatabase<MailTables>,
  actor: Actor,
  id: string,
  { copyToo = false }: { copyToo?: boolean | undefined } = {},
): Promise<MessageRow | undefined> {
  const row = await db
    .selectFrom('mail_message')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
  return row?.place === COPY_PLACE && !copyToo ? undefined : row
}

/** The labels of many messages in one look-up. */
export async function labelsOf(db: ReadDatabase<MailTables>, messageIds: string[]): Promise<Map<string, string[]>> {
  const labels = new Map<string, string[]>()
  if (messageIds.length === 0) return labels
  const rows = await db
    .selectFrom('mail_message_label')
    .select(['message_id', 'label_id'])
    .where('message_id', 'in', messageIds)
    .execute()
  for (const { message_id, label_id } of rows) labels.set(message_id, [...(labels.get(message_id) ?? []), label_id])
  return labels
}
