import { toInstantOrNull } from '#base/time.ts'
import { threadChanged, unsnoozeThreads } from '../../contract.ts'
import { command } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { attentionOf, endAttention } from '../tidying/attention.ts'

export default command(unsnoozeThreads, async ({ db, actor, changed, emit, fail }, { threadIds }) => {
  const ownerId = ownerOf(actor)
  const ids = [...new Set(threadIds)]
  const there = await db
    .selectFrom('mail_message')
    .select('thread_id')
    .distinct()
    .where('owner_id', '=', ownerId)
    .where('thread_id', 'in', ids)
    .where('place', '!=', COPY_PLACE)
    .execute()
  if (there.length < ids.length) return fail('thread-not-found')

  const known = await attentionOf(db, ids)
  const snoozed = ids.filter((id) => typeof known.get(id)?.snoozed_until === 'number')
  for (const id of snoozed) {
    await endAttention(db, id)
    emit(threadChanged, { id, reason: 'unsnoozed' })
  }
  await refreshThreads(db, ownerId, snoozed)
  const before = ids.map((threadId) => ({
    threadId,
    until: toInstantOrNull(known.get(threadId)?.snoozed_until ?? null),
  }))
  changed(before, null)
  return { before }
})
