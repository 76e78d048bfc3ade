import { excluded, plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables, ThreadPlaceRow } from '../database.ts'

const PLACES = ['inbox', 'archive', 'trash'] as const
/** Names shown beside a thread. */
const PARTICIPANTS = 5
/** Newest messages looked at for the names. */
const LOOK_AT = 12

/**
 * Computes anew how threads stand in each place, and moves the counts of the places by the difference.
 * Called after every change of messages, in the same transaction, so that a list never lies.
 */
export async function refreshThreads(db: WriteDatabase<MailTables>, ownerId: string, threadIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(threadIds)]
  if (ids.length === 0) return
  const before = await db.selectFrom('mail_thread_place').select(['thread_id', 'place', 'messages', 'unread']).where('thread_id', 'in', ids).execute()
  const totals = await db
    .selectFrom('mail_message')
    .select((e) => [
      'thread_id',
      'place',
      e.fn.countAll<number>().as('messages'),
      e.fn.sum<number>('seen').as('seen'),
      e.fn.max('starred').as('starred'),
      e.fn.max('has_attachments').as('has_attachments'),
      e.fn.max('date_at').as('date_at'),
    ])
    .where('thread_id', 'in', ids)
    .groupBy(['thread_id', 'place'])
    .execute()

  const rows: ThreadPlaceRow[] = []
  for (const total of totals) {
    rows.push({
      thread_id: total.thread_id,
      place: total.place,
      owner_id: ownerId,
      date_at: total.date_at,
      messages: Number(total.messages),
      unread: Number(total.messages) - Number(total.seen),
      starred: total.starred,
      has_attachments: total.has_attachments,
      ...(await faceOf(db, total.thread_id, total.place)),
    })
  }
  await writeRows(db, rows)
  await removeGone(db, before, rows)
  await moveCounts(db, ownerId, before, rows)
}

/** What a list shows of a thread: the newest message's subject and first words, and who wrote. */
async function faceOf(db: WriteDatabase<MailTables>, threadId: string, place: string) {
  const newest = await db
    .selectFrom('mail_message')
    .select(['subject', 'snippet', 'from_name', 'from_address'])
    .where('thread_id', '=', threadId)
    .where('place', '=', place)
    .orderBy('date_at', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOK_AT)
    .execute()
  const names = [...new Set(newest.map((row) => row.from_name || row.from_address || 'Unknown'))].slice(0, PARTICIPANTS).reverse()
  return { subject: newest[0]?.subject ?? '', snippet: newest[0]?.snippet ?? '', participants: JSON.stringify(names) }
}

async function writeRows(db: WriteDatabase<MailTables>, rows: ThreadPlaceRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('mail_thread_place')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id' as never, 'thread_id', 'place']).doUpdateSet({
        date_at: excluded('date_at'),
        messages: excluded('messages'),
        unread: excluded('unread'),
        starred: excluded('starred'),
        has_attachments: excluded('has_attachments'),
        subject: excluded('subject'),
        snippet: excluded('snippet'),
        participants: excluded('participants'),
      }),
    )
    .execute()
}

interface Counted {
  thread_id: string
  place: string
  messages: number
  unread: number
}

async function removeGone(db: WriteDatabase<MailTables>, before: Counted[], rows: ThreadPlaceRow[]): Promise<void> {
  const present = new Set(rows.map((row) => `${row.thread_id} ${row.place}`))
  for (const row of before) {
    if (present.has(`${row.thread_id} ${row.place}`)) continue
    await db.deleteFrom('mail_thread_place').where('thread_id', '=', row.thread_id).where('place', '=', row.place).execute()
  }
}

async function moveCounts(db: WriteDatabase<MailTables>, ownerId: string, before: Counted[], after: Counted[]): Promise<void> {
  for (const place of PLACES) {
    const messages = sum(after, place, 'messages') - sum(before, place, 'messages')
    const unread = sum(after, place, 'unread') - sum(before, place, 'unread')
    if (messages === 0 && unread === 0) continue
    const changed = await db
      .updateTable('mail_count')
      .set({ messages: plus('messages', messages), unread: plus('unread', unread) })
      .where('owner_id', '=', ownerId)
      .where('place', '=', place)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) await db.insertInto('mail_count').values({ owner_id: ownerId, place, messages, unread }).execute()
  }
}

function sum(rows: Counted[], place: string, member: 'messages' | 'unread'): number {
  return rows.reduce((total, row) => (row.place === place ? total + row[member] : total), 0)
}
