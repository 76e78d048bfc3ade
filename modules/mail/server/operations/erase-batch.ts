import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { messageRemoved } from '../../contract.ts'
import { command, type MailTables } from '../database.ts'
import { eraseBatch } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { refreshThreads } from '../store/refresh-threads.ts'

export default command(eraseBatch, async ({ db, actor, changed, emit, unlinkAll }, { importId, limit }) => {
  const ownerId = ownerOf(actor)
  const messages = await db
    .selectFrom('mail_message')
    .select(['id', 'thread_id'])
    .where('import_id', '=', importId)
    .where('owner_id', '=', ownerId)
    .orderBy('id')
    .limit(limit)
    .execute()
  if (messages.length === 0) return { erased: 0, blobs: [] }

  const ids = messages.map(({ id }) => id)
  const blobs = await eraseRows(db, ids)
  await refreshThreads(db, ownerId, messages.map(({ thread_id }) => thread_id))
  await forgetEmptyThreads(db, messages.map(({ thread_id }) => thread_id))
  for (const id of ids) {
    await unlinkAll({ kind: 'mail.message', id })
    emit(messageRemoved, { id })
  }
  changed(null, { importId, erased: ids.length })
  return { erased: ids.length, blobs }
})

/** Removes the messages and all that hangs on them; answers the files that no message needs any more. */
async function eraseRows(db: WriteDatabase<MailTables>, ids: string[]): Promise<string[]> {
  const held = await db.selectFrom('mail_content').select('blob').where('message_id', 'in', ids).where('blob', 'is not', null).execute()
  await db.deleteFrom('mail_content').where('message_id', 'in', ids).execute()
  await db.deleteFrom('mail_attachment').where('message_id', 'in', ids).execute()
  await db.deleteFrom('mail_message_label').where('message_id', 'in', ids).execute()
  await db.deleteFrom('mail_message').where('id', 'in', ids).execute()

  const free: string[] = []
  for (const { blob } of held) {
    const other = await db.selectFrom('mail_content').select('message_id').where('blob', '=', blob).executeTakeFirst()
    if (!other) free.push(blob!)
  }
  return free
}

/** A thread without messages leaves nothing behind that would join mail to come. */
async function forgetEmptyThreads(db: WriteDatabase<MailTables>, threadIds: string[]): Promise<void> {
  for (const threadId of new Set(threadIds)) {
    const rest = await db.selectFrom('mail_message').select('id').where('thread_id', '=', threadId).limit(1).executeTakeFirst()
    if (!rest) await db.deleteFrom('mail_reference').where('thread_id', '=', threadId).execute()
  }
}
