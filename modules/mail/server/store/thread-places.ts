import { excluded, plus } from '#kernel/database/raw.ts'
import { prepared, slot } from '#kernel/database/prepared.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { Place } from '../../contract.ts'
import type { MailTables, MessageRow, ThreadPlaceRow } from '../database.ts'
import { slotsOf } from './rows.ts'

/** Names shown beside a thread. */
const PARTICIPANTS = 5
/** Newest messages looked at for the names. */
const LOOK_AT = 12

/** What counts of a thread in one place. */
export type ThreadTotals = Pick<
  ThreadPlaceRow,
  'thread_id' | 'place' | 'date_at' | 'messages' | 'unread' | 'starred' | 'answered' | 'has_attachments'
> & {
  /** Where its messages lie, where that is another place than the one it is listed in. */
  shownFrom?: string
}

/** Writes how a thread stands in a place, with the face it shows there. */
export async function writeThreadPlace(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  { shownFrom, ...totals }: ThreadTotals,
): Promise<void> {
  const face = await faceOf(db, totals.thread_id, shownFrom ?? totals.place)
  await writeRow(db, { ...totals, owner_id: ownerId, has_unread: totals.unread > 0 ? 1 : 0, ...face })
}

/** What a place counts of a thread. */
export interface Counted {
  thread_id: string
  place: string
  messages: number
  unread: number
}

/** Moves the counts of the places by the difference. */
export async function moveCounts(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  before: Counted[],
  after: Counted[],
): Promise<void> {
  for (const place of Place.options) {
    const messages = sum(after, place, 'messages') - sum(before, place, 'messages')
    const unread = sum(after, place, 'unread') - sum(before, place, 'unread')
    if (messages === 0 && unread === 0) continue
    const changed = await db
      .updateTable('mail_count')
      .set({ messages: plus('messages', messages), unread: plus('unread', unread) })
      .where('owner_id', '=', ownerId)
      .where('place', '=', place)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n)
      await db.insertInto('mail_count').values({ owner_id: ownerId, place, messages, unread }).execute()
  }
}

function sum(rows: Counted[], place: string, member: 'messages' | 'unread'): number {
  return rows.reduce((total, row) => (row.place === place ? total + row[member] : total), 0)
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
  const names = [...new Set(newest.map((row) => row.from_name || row.from_address || 'Unknown'))]
    .slice(0, PARTICIPANTS)
    .reverse()
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
