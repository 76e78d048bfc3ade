import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { asListed, attentionOf } from '../tidying/attention.ts'
import { paddedChunks } from './rows.ts'
import { moveCounts, writeThreadPlace, type Counted, type ThreadTotals } from './thread-places.ts'

/**
 * Computes anew how threads stand in each place, and moves the counts of the places by the difference.
 * Called after every change of messages, in the same transaction, so that a list never lies.
 */
export async function refreshThreads(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  threadIds: Iterable<string>,
): Promise<void> {
  const before: Counted[] = []
  const after: ThreadTotals[] = []
  for (const ids of paddedChunks([...new Set(threadIds)])) {
    before.push(
      ...(await db
        .selectFrom('mail_thread_place')
        .select(['thread_id', 'place', 'messages', 'unread'])
        .where('thread_id', 'in', ids)
        .execute()),
    )
    const totals = (await totalsOf(db, ids)).map(({ seen, ...total }) => {
      const messages = Number(total.messages)
      return { ...total, messages, unread: messages - Number(seen) }
    })
    after.push(...asListed(totals, await attentionOf(db, [...new Set(ids)])))
  }
  for (const totals of after) await writeThreadPlace(db, ownerId, totals)
  await removeGone(db, before, after)
  await moveCounts(db, ownerId, before, after)
}

function totalsOf(db: WriteDatabase<MailTables>, threadIds: string[]) {
  return db
    .selectFrom('mail_message')
    .select((e) => [
      'thread_id',
      'place',
      e.fn.countAll<number>().as('messages'),
      e.fn.sum<number>('seen').as('seen'),
      e.fn.max('starred').as('starred'),
      e.fn.max('answered').as('answered'),
      e.fn.max('has_attachments').as('has_attachments'),
      e.fn.max('date_at').as('date_at'),
    ])
    .where('thread_id', 'in', threadIds)
    .groupBy(['thread_id', 'place'])
    .execute()
}

async function removeGone(db: WriteDatabase<MailTables>, before: Counted[], after: Counted[]): Promise<void> {
  const present = new Set(after.map((row) => `${row.thread_id} ${row.place}`))
  for (const row of before) {
    if (present.has(`${row.thread_id} ${row.place}`)) continue
    await db
      .deleteFrom('mail_thread_place')
      .where('thread_id', '=', row.thread_id)
      .where('place', '=', row.place)
      .execute()
  }
}
