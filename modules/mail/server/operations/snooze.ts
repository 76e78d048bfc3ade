import { fromInstant, toInstantOrNull } from '#base/time.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { snoozeThreads, threadChanged } from '../../contract.ts'
import { command, type MailTables } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { setAlarm } from '../tidying/alarms.ts'
import { attentionOf } from '../tidying/attention.ts'

export default command(snoozeThreads, async ({ db, actor, changed, emit, fail, now }, { threadIds, until }) => {
  const ownerId = ownerOf(actor)
  const dueAt = fromInstant(until)
  const ids = [...new Set(threadIds)]
  if (dueAt <= now()) return fail('already-past')
  const newest = await newestOf(db, ownerId, ids)
  if (!ids.every((id) => newest.has(id))) return fail('thread-not-found')
  if (!ids.every((id) => newest.get(id)!.inInbox)) return fail('not-in-inbox')

  const known = await attentionOf(db, ids)
  for (const threadId of ids) {
    await db.deleteFrom('mail_attention').where('thread_id', '=', threadId).execute()
    await db
      .insertInto('mail_attention')
      .values({
        owner_id: ownerId,
        thread_id: threadId,
        snoozed_until: dueAt,
        newest_at: newest.get(threadId)!.date,
        raised_at: null,
        reason: null,
        note: null,
      })
      .execute()
    await setAlarm(db, actor, { kind: 'snooze', subjectId: threadId, dueAt })
    emit(threadChanged, { id: threadId, reason: 'snoozed' })
  }
  await refreshThreads(db, ownerId, ids)
  const before = ids.map((threadId) => ({
    threadId,
    until: toInstantOrNull(known.get(threadId)?.snoozed_until ?? null),
  }))
  changed(before, { until })
  return { before }
})

/** Of each thread that is there: the date of its newest message, and whether something of it lies in the inbox. */
async function newestOf(db: WriteDatabase<MailTables>, ownerId: string, threadIds: string[]) {
  const rows = await db
    .selectFrom('mail_message')
    .select((e) => ['thread_id', 'place', e.fn.max('date_at').as('date_at')])
    .where('owner_id', '=', ownerId)
    .where('thread_id', 'in', threadIds)
    .where('place', '!=', COPY_PLACE)
    .groupBy(['thread_id', 'place'])
    .execute()
  const newest = new Map<string, { date: number; inInbox: boolean }>()
  for (const { thread_id, place, date_at } of rows) {
    const known = newest.get(thread_id)
    newest.set(thread_id, {
      date: Math.max(Number(date_at), known?.date ?? 0),
      inInbox: place === 'inbox' || known?.inInbox === true,
    })
  }
  return newest
}
