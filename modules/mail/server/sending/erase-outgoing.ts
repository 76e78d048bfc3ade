import type { CommandContext } from '#kernel/context.ts'
import { outgoingRemoved } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import type { OutgoingRow } from '../drafts/tables.ts'
import { releaseSource } from './change-outgoing.ts'

type Erasing = Pick<CommandContext<MailTables>, 'db' | 'emit' | 'releaseBlob' | 'enqueue'>

/** Erases what is known of messages that are on no way any more: to whom they went, and their subjects. */
export async function eraseOutgoing(context: Erasing, rows: readonly OutgoingRow[]): Promise<void> {
  for (const row of rows) {
    await releaseSource(context, row)
    await context.db.deleteFrom('mail_outgoing').where('id', '=', row.id).execute()
    context.emit(outgoingRemoved, { id: row.id })
  }
}

/** Erases the ways that messages took whose copies are erased. */
export async function eraseWaysOf(context: Erasing, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  const rows = await context.db
    .selectFrom('mail_outgoing')
    .selectAll()
    .where('sent_copy', 'in', messageIds)
    .where('state', '=', 'sent')
    .execute()
  await eraseOutgoing(context, rows)
}

/** Erases the tries of a draft that goes. */
export async function eraseTriesOf(context: Erasing, draftId: string, ownerId: string): Promise<void> {
  const rows = await context.db
    .selectFrom('mail_outgoing')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('draft_id', '=', draftId)
    .where('state', 'in', ['failed', 'cancelled'])
    .execute()
  await eraseOutgoing(context, rows)
}
