import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { paddedChunks } from '../store/rows.ts'
import type { ThreadTotals } from '../store/thread-places.ts'
import type { AttentionRow } from './tables.ts'

/** What stands for the inbox in `mail_thread_place` while a thread is snoozed: no list of the inbox and no count sees it. */
export const SNOOZED = 'snoozed'

/** Where a thread that nobody answered is taken from when nothing of it lies in the inbox. */
const NUDGED_FROM = ['sent', 'archive']

/** The threads among these that are snoozed or came back. */
export async function attentionOf(
  db: ReadDatabase<MailTables> | WriteDatabase<MailTables>,
  threadIds: string[],
): Promise<Map<string, AttentionRow>> {
  const found = new Map<string, AttentionRow>()
  for (const ids of paddedChunks(threadIds)) {
    const rows = await (db as ReadDatabase<MailTables>)
      .selectFrom('mail_attention')
      .selectAll()
      .where('thread_id', 'in', ids)
      .execute()
    for (const row of rows) found.set(row.thread_id, row)
  }
  return found
}

/** How threads are listed: a snoozed one leaves the inbox, one that came back stands on top of it. */
export function asListed(totals: ThreadTotals[], attention: ReadonlyMap<string, AttentionRow>): ThreadTotals[] {
  if (attention.size === 0) return totals
  const listed = totals.map((total) => {
    const asks = attention.get(total.thread_id)
    if (!asks || total.place !== 'inbox') return total
    if (asks.snoozed_until !== null) return { ...total, place: SNOOZED, shownFrom: 'inbox' }
    return { ...total, date_at: Math.max(total.date_at, asks.raised_at ?? 0) }
  })
  return [...listed, ...nudges(totals, attention)]
}

/** Threads that nobody answered and of which nothing lies in the inbox: they show what was sent. */
function nudges(totals: ThreadTotals[], attention: ReadonlyMap<string, AttentionRow>): ThreadTotals[] {
  const shown: ThreadTotals[] = []
  for (const { thread_id, reason, raised_at } of attention.values()) {
    if (reason !== 'reminder' || raised_at === null) continue
    const own = totals.filter((total) => total.thread_id === thread_id)
    if (own.some(({ place }) => place === 'inbox')) continue
    const from = NUDGED_FROM.map((place) => own.find((total) => total.place === place)).find(Boolean)
    if (from) shown.push({ ...from, place: 'inbox', shownFrom: from.place, date_at: raised_at, unread: 0 })
  }
  return shown
}

/**
 * New mail in the inbox ends what its threads waited for: it brings them back by itself. Answers the threads whose
 * lists are to be computed anew.
 */
export async function endByMail(
  db: WriteDatabase<MailTables>,
  rows: Pick<MessageRow, 'thread_id' | 'place' | 'date_at'>[],
  merged: ReadonlyMap<string, string>,
): Promise<string[]> {
  const attention = await attentionOf(db, [...new Set([...rows.map(({ thread_id }) => thread_id), ...merged.keys()])])
  const ended = [...attention.values()].filter(({ thread_id, newest_at, raised_at }) => {
    // Mail that a sync finds late is older than what was there.
    const since = newest_at ?? raised_at ?? 0
    return (
      merged.has(thread_id) ||
      rows.some((row) => row.thread_id === thread_id && row.place === 'inbox' && row.date_at > since)
    )
  })
  for (const { thread_id } of ended) await endAttention(db, thread_id)
  return [...attention.keys()]
}

/** A thread is as any other again. */
export async function endAttention(db: WriteDatabase<MailTables>, threadId: string): Promise<void> {
  await db.deleteFrom('mail_attention').where('thread_id', '=', threadId).execute()
  await db.deleteFrom('mail_alarm').where('subject_id', '=', threadId).execute()
}
