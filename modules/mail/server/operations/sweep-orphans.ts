import { command } from '../database.ts'
import { endCopied } from '../drafts/end-copied.ts'
import { ownerOf } from '../policy.ts'
import { eraseMessages } from '../store/erase-messages.ts'
import { scrubLater } from '../store/scrub-later.ts'
import { sweepOrphans } from '../sync/internal.ts'
import { settleMessages } from '../sync/settle-messages.ts'

export default command(sweepOrphans, async (context, { connectionId, before, limit, erases }) => {
  const { db, actor, emit } = context
  const ownerId = ownerOf(actor)
  const lying = db.selectFrom('mail_placement').select('message_id').where('owner_id', '=', ownerId)
  let query = db
    .selectFrom('mail_orphan')
    .innerJoin('mail_message', 'mail_message.id', 'mail_orphan.message_id')
    .select(['mail_message.id', 'mail_message.thread_id', 'mail_message.import_id'])
    .where('mail_orphan.owner_id', '=', ownerId)
    .where('mail_orphan.connection_id', '=', connectionId)
    .where('mail_orphan.at', '<', before)
    .limit(limit)
  if (!erases) query = query.where('mail_orphan.message_id', 'in', lying)
  const orphans = await query.execute()
  if (orphans.length === 0) return { seen: 0, erased: 0, blobs: [] }

  const ids = orphans.map(({ id }) => id)
  await db.deleteFrom('mail_orphan').where('message_id', 'in', ids).execute()
  const placed = await lying.where('message_id', 'in', ids).execute()
  const kept = new Set(placed.map(({ message_id }) => message_id))
  const gone = orphans.filter(({ id, import_id }) => import_id === null && !kept.has(id))
  await endCopied(
    context,
    gone.map(({ id }) => id),
  )
  const blobs = await eraseMessages(context, ownerId, gone)
  if (gone.length > 0) await scrubLater(context)
  await settleMessages({ db, emit }, ownerId, kept, { since: before, foldersOf: connectionId })
  return { seen: orphans.length, erased: gone.length, blobs }
})
