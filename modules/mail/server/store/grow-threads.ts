import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { endByMail } from '../tidying/attention.ts'
import { refreshThreads } from './refresh-threads.ts'
import { paddedChunks } from './rows.ts'
import { moveCounts, writeThreadPlace, type ThreadTotals } from './thread-places.ts'

/**
 * Adds new messages to what their threads count: the cost is theirs, however long a thread is. Threads that became one
 * are computed anew.
 */
export async function growThreads(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  rows: MessageRow[],
  merged: ReadonlyMap<string, string>,
): Promise<void> {
  const anew = new Set([...merged.keys(), ...merged.values(), ...(await endByMail(db, rows, merged))])
  await refreshThreads(db, ownerId, anew)

  const grown = Map.groupBy(
    rows.filter(({ thread_id }) => !anew.has(thread_id)),
    keyOf,
  )
  const before = await standingOf(
    db,
    [...grown.values()].map(([row]) => row!.thread_id),
  )
  const after = [...grown].map(([key, added]) => grow(before.get(key), added))
  for (const totals of after) await writeThreadPlace(db, ownerId, totals)
  await moveCounts(
    db,
    ownerId,
    [...grown.keys()].flatMap((key) => before.get(key) ?? []),
    after,
  )
}

const keyOf = ({ thread_id, place }: { thread_id: string; place: string }) => `${thread_id} ${place}`

async function standingOf(db: WriteDatabase<MailTables>, threadIds: string[]): Promise<Map<string, ThreadTotals>> {
  const standing = new Map<string, ThreadTotals>()
  for (const ids of paddedChunks([...new Set(threadIds)])) {
    const rows = await db
      .selectFrom('mail_thread_place')
      .select(['thread_id', 'place', 'date_at', 'messages', 'unread', 'starred', 'answered', 'has_attachments'])
      .where('thread_id', 'in', ids)
      .execute()
    for (const row of rows) standing.set(keyOf(row), row)
  }
  return standing
}

function grow(before: ThreadTotals | undefined, added: MessageRow[]): ThreadTotals {
  const [first] = added
  return added.reduce<ThreadTotals>(
    (totals, row) => ({
      ...totals,
      date_at: Math.max(totals.date_at, row.date_at),
      messages: totals.messages + 1,
      unread: totals.unread + (row.seen === 1 ? 0 : 1),
      starred: Math.max(totals.starred, row.starred),
      answered: Math.max(totals.answered, row.answered),
      has_attachments: Math.max(totals.has_attachments, row.has_attachments),
    }),
    before ?? {
      thread_id: first!.thread_id,
      place: first!.place,
      date_at: first!.date_at,
      messages: 0,
      unread: 0,
      starred: 0,
      answered: 0,
      has_attachments: 0,
    },
  )
}
