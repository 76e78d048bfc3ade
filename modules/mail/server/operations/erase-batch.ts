import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { labelChanged } from '../../contract.ts'
import { command, type MailTables } from '../database.ts'
import { eraseBatch } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { eraseMessages } from '../store/erase-messages.ts'
import { scrubLater } from '../store/scrub-later.ts'

export default command(eraseBatch, async (context, { importId, limit }) => {
  const { db, actor, emit } = context
  const ownerId = ownerOf(actor)
  let chosen = db.selectFrom('mail_message').select(['id', 'thread_id']).where('owner_id', '=', ownerId)
  if (importId !== null) chosen = chosen.where('import_id', '=', importId)
  const messages = await chosen.orderBy('date_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  if (messages.length === 0) {
    for (const id of importId === null ? [] : await forgetUnusedLabels(db, importId)) emit(labelChanged, { id })
    if (importId !== null) await scrubLater(context)
    return { erased: 0, blobs: [] }
  }

  const onServer = importId === null ? new Set<string>() : await placed(db, messages)
  if (onServer.size > 0) await leave(db, [...onServer])
  const gone = messages.filter(({ id }) => !onServer.has(id))
  const blobs = await eraseMessages(context, ownerId, gone)
  return { erased: messages.length, blobs }
})

/** What lies in a mailbox of an account as well: the import goes, the message stays. */
async function placed(db: WriteDatabase<MailTables>, messages: readonly { id: string }[]): Promise<Set<string>> {
  const ids = messages.map(({ id }) => id)
  const rows = await db.selectFrom('mail_placement').select('message_id').where('message_id', 'in', ids).execute()
  return new Set(rows.map(({ message_id }) => message_id))
}

async function leave(db: WriteDatabase<MailTables>, ids: string[]): Promise<void> {
  await db.updateTable('mail_message').set({ import_id: null }).where('id', 'in', ids).execute()
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
