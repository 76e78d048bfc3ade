import type { CommandContext } from '#kernel/context.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { messageRemoved } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { eraseWaysOf } from '../sending/erase-outgoing.ts'
import { eraseRows } from './erase-rows.ts'
import { refreshThreads } from './refresh-threads.ts'

type Erasing = Pick<CommandContext<MailTables>, 'db' | 'emit' | 'enqueue' | 'releaseBlob' | 'unlinkAll'>

/** Erases messages with all that hangs on them; answers the files that nobody needs now. */
export async function eraseMessages(
  context: Erasing,
  ownerId: string,
  messages: readonly { id: string; thread_id: string }[],
): Promise<string[]> {
  const { db, emit, releaseBlob, unlinkAll } = context
  const ids = messages.map(({ id }) => id)
  await eraseWaysOf(context, ids)
  const threadIds = [...new Set(messages.map(({ thread_id }) => thread_id))]
  const held = await eraseRows(db, ids)
  await forgetCopies(db, ids)
  await refreshThreads(db, ownerId, threadIds)
  await forgetEmptyThreads(db, threadIds)
  const blobs: string[] = []
  for (const { message_id, blob } of held) {
    if (await releaseBlob(blob!, { kind: 'mail.message', id: message_id })) blobs.push(blob!)
  }
  for (const id of ids) {
    await unlinkAll({ kind: 'mail.message', id })
    emit(messageRemoved, { id })
  }
  return blobs
}

/** Drafts whose copies are erased are no less drafts. */
async function forgetCopies(db: WriteDatabase<MailTables>, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('mail_draft').set({ copy_id: null, copied_rev: null }).where('copy_id', 'in', ids).execute()
}

/** A thread without messages leaves nothing behind that would join mail to come. */
async function forgetEmptyThreads(db: WriteDatabase<MailTables>, threadIds: string[]): Promise<void> {
  for (const threadId of threadIds) {
    const rest = await db
      .selectFrom('mail_message')
      .select('id')
      .where('thread_id', '=', threadId)
      .limit(1)
      .executeTakeFirst()
    if (!rest) await db.deleteFrom('mail_reference').where('thread_id', '=', threadId).execute()
  }
}
