import { excluded, plus } from '#kernel/database/raw.ts'
import { prepared, slot } from '#kernel/database/prepared.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables, MessageRow, ThreadPlaceRow } from '../database.ts'
import { paddedChunks, slotsOf } from './rows.ts'

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
  const before: Counted[] = []
  const after: ThreadPlaceRow[] = []
  for (const ids of paddedChunks([...new Set(threadIds)])) {
    before.push(...(await db.selectFrom('mail_thread_place').select(['thread_id', 'place', 'messages', 'unread']).where('thread_id', 'in', ids).execute()))
    for (const { seen, ...total } of await totalsOf(db, ids)) {
      const messages = Number(total.messages)
      const unread = messages - Number(seen)
      const face = await faceOf(db, total.thread_id, total.place)
      after.push({ ...total, owner_id: ownerId, messages, unread, has_unread: unread > 0 ? 1 : 0, ...face })
    }
  }
  for (const row of after) await writeRow(db, row)
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
      e.fn.max('has_attachments').as('has_attachments'),
      e.fn.max('date_at').as('date_at'),
    ])
    .where('thread_id', 'in', threadIds)
    .groupBy(['thread_id', 'place'])
    .execute()
}

type Face = Pick<MessageRow, 'subject' | 'snippet' | 'from_name' | 'from_address'>

/** What a list shows of a thread: the newest message's subject and first words, and who wrote. */
async function faceOf(db: WriteDatabase<MailTables>, threadId: string, place: string) {
  const build = () =>
    db
      .selectFrom('mail_message')
      .select(['subject', 'snippet', 'from_name', 'from_address'])
      .where('thread_id', '=', slot('threadId'))
      .where('place', '=', slot('place'))
      .orderBy('date_at', 'desc')
      .orderBy('id', 'desc')
      .limit(LOOK_AT)
  const newest = await prepared<Face>(db, 'face of thread', build, { threadId, place })
  const names = [...new Set(newest.map((row) => row.from_name || row.from_address || 'Unknown'))].slice(0, PARTICIPANTS).reverse()
  return { subject: newest[0]?.subject ?? '', snippet: newest[0]?.snippet ?? '', participants: JSON.stringify(names) }
}

const KEY = new Set(['thread_id', 'place', 'owner_id'])

async function writeRow(db: WriteDatabase<MailTables>, row: ThreadPlaceRow): Promise<void> {
  const build = () => {
    const changing = Object.keys(row).filter((column) => !KEY.has(column))
    const update = Object.fromEntries(changing.map((column) => [column, excluded(column)]))
    return db
      .insertInto('mail_thread_place')
      .values(slotsOf(row) as never)
      .onConflict((conflict) => conflict.columns(['workspace_id' as never, 'thread_id', 'place']).doUpdateSet(update))
  }
  await prepared(db, 'write thread place', build, row as unknown as Record<string, string | number>)
}

interface Counted {
  thread_id: string
  place: string
  messages: number
  unread: number
}

async function removeGone(db: WriteDatabase<MailTables>, before: Counted[], after: Counted[]): Promise<void> {
  const present = new Set(after.map((row) => `${row.thread_id} ${row.place}`))
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
