import { messageChanged, trashMessage } from '../../contract.ts'
import { command } from '../database.ts'
import { recordFlags } from '../outbox/record-flags.ts'
import { ownerOf } from '../policy.ts'
import { flagsOf, setFlags } from '../store/change-messages.ts'
import { findMessage, labelsOf } from '../store/find-message.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { toSummary } from '../store/to-summary.ts'

export default command(trashMessage, async (context, { id, rev }) => {
  const { db, actor, changed, emit, fail } = context
  const row = await findMessage(db, actor, id)
  if (!row) return fail('message-not-found')
  if (rev !== undefined && rev !== row.rev) return fail('stale-revision')
  if (row.place === 'trash') return fail('already-trashed')

  await setFlags(db, [id], { place: 'trash' })
  await refreshThreads(db, ownerOf(actor), [row.thread_id])
  await recordFlags(context, [row], { place: 'trash' })
  emit(messageChanged, { id })
  changed(flagsOf(row), { place: 'trash' })
  return toSummary((await findMessage(db, actor, id))!, (await labelsOf(db, [id])).get(id) ?? [])
})
