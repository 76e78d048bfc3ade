import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { command, type MailTables } from '../database.ts'
import { eraseWorkspaceBatch } from '../internal.ts'
import { eraseRows } from '../store/erase-rows.ts'
import { eraseTidyingOfWorkspace } from '../tidying/erase-tidying.ts'

export default command(eraseWorkspaceBatch, async ({ db, actor, releaseBlob }, { limit }) => {
  // First, so that an import under way stores nothing more.
  await db.deleteFrom('mail_import').execute()
  const messages = await db.selectFrom('mail_message').select(['id', 'thread_id']).limit(limit).execute()
  if (messages.length === 0) {
    await eraseRest(db)
    await eraseTidyingOfWorkspace(db, actor.workspaceId)
    return { erased: 0, blobs: [] }
  }

  const held = await eraseRows(
    db,
    messages.map(({ id }) => id),
  )
  const threadIds = [...new Set(messages.map(({ thread_id }) => thread_id))]
  await db.deleteFrom('mail_thread_place').where('thread_id', 'in', threadIds).execute()
  await db.deleteFrom('mail_reference').where('thread_id', 'in', threadIds).execute()
  const blobs: string[] = []
  for (const { message_id, blob } of held) {
    if (await releaseBlob(blob!, { kind: 'mail.message', id: message_id })) blobs.push(blob!)
  }
  return { erased: messages.length, blobs }
})

/** What is left without messages is little: counts, labels, and threads that were empty. */
async function eraseRest(db: WriteDatabase<MailTables>): Promise<void> {
  for (const table of [
    'mail_message_label',
    'mail_label',
    'mail_reference',
    'mail_thread_place',
    'mail_count',
    'mail_mailbox',
    'mail_placement',
    'mail_orphan',
    'mail_outbox',
    'mail_push',
    'mail_skipped',
    'mail_gmail_account',
    'mail_gmail_message',
  ] as const) {
    await db.deleteFrom(table).execute()
  }
}
