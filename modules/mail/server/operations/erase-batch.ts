import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { labelChanged, messageRemoved } from '../../contract.ts'
import { command, type MailTables } from '../database.ts'
import { eraseBatch } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { eraseRows } from '../store/erase-rows.ts'
import { refreshThreads } from '../store/refresh-threads.ts'

export default command(eraseBatch, async ({ db, actor, emit, releaseBlob, unlinkAll }, { importId, limit }) => {
  const ownerId = ownerOf(actor)
  let chosen = db.selectFrom('mail_message').select(['id', 'thread_id']).where('owner_id', '=', ownerId)
  if (importId !== null) chosen = chosen.where('import_id', '=', importId)
  const messages = await chosen.orderBy('date_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  if (messages.length === 0) {
    for (const id of importId === null ? [] : await forgetUnusedLabels(db, importId)) emit(labelChanged, { id })
    return { erased: 0, blobs: [] }
  }

  const ids = messages.map(({ id }) => id)
  const threadIds = [...new Set(messages.map(({ thread_id }) => thread_id))]
  const held = await eraseRows(db, ids)
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
  return { erased: ids.length, blobs }
})

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

/** Labels that the import made go with it, unless something else bears them by now. */
async function forgetUnusedLabels(db: WriteDatabase<MailTables>, importId: string): Promise<string[]> {
  const forgotten: string[] = []
  for (const { id } of await db.selectFrom('mail_label').select('id').where('import_id', '=', importId).execute()) {
    const used = await db
      .selectFrom('mail_message_label')
      .select('message_id')
      .where('label_id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (used) continue
    await db.deleteFrom('mail_label').where('id', '=', id).execute()
    forgotten.push(id)
  }
  return forgotten
}
