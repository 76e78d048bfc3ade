import { deleteMessages } from '../../contract.ts'
import { command } from '../database.ts'
import { recordExpunge } from '../outbox/record-expunge.ts'
import { ownerOf } from '../policy.ts'
import { findMessages } from '../store/change-messages.ts'
import { eraseMessages } from '../store/erase-messages.ts'
import { scrubLater } from '../store/scrub-later.ts'
import { deleteFilesJob } from '../internal.ts'

export default command(deleteMessages, async (context, { messageIds }) => {
  const { db, actor, changed, enqueue, fail } = context
  const ownerId = ownerOf(actor)
  const rows = await findMessages(db, ownerId, messageIds)
  if (!rows) return fail('message-not-found')
  if (rows.some(({ place }) => place !== 'trash' && place !== 'junk')) return fail('not-in-trash')

  const ids = rows.map(({ id }) => id)
  if (!(await recordExpunge(context, ids))) return fail('on-its-way')
  const files = await eraseMessages(context, ownerId, rows)
  if (files.length > 0) await enqueue(deleteFilesJob, { files })
  await scrubLater(context)
  changed({ messages: ids.length }, null)
  return { deleted: ids }
})
