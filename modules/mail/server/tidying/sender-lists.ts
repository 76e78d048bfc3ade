import { uuidv7 } from '#base/ids.ts'
import { toInstant } from '#base/time.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import type { BlockedSender } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { patternsOf } from './sender-pattern.ts'
import type { SenderRow } from './tables.ts'

type List = SenderRow['list']

/** Puts a sender on a list; null where it stands there. */
export async function addSender(
  db: WriteDatabase<MailTables>,
  row: { ownerId: string; list: List; pattern: string; now: number },
): Promise<BlockedSender | null> {
  const { ownerId: owner_id, list, pattern, now } = row
  const known = await db
    .selectFrom('mail_sender')
    .select('id')
    .where('owner_id', '=', owner_id)
    .where('list', '=', list)
    .where('pattern', '=', pattern)
    .executeTakeFirst()
  if (known) return null
  const added: SenderRow = { id: uuidv7(), owner_id, list, pattern, created_at: now }
  await db.insertInto('mail_sender').values(added).execute()
  return toSender(added)
}

/** Takes a sender off a list; null where it does not stand there. */
export async function removeSender(
  db: WriteDatabase<MailTables>,
  { ownerId, list, id }: { ownerId: string; list: List; id: string },
): Promise<BlockedSender | null> {
  const removed = await db
    .deleteFrom('mail_sender')
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .where('list', '=', list)
    .returningAll()
    .executeTakeFirst()
  return removed ? toSender(removed) : null
}

/** A page of a list, newest first. */
export async function pageOfSenders(
  db: ReadDatabase<MailTables>,
  { ownerId, list, cursor, limit }: { ownerId: string; list: List; cursor?: string | undefined; limit: number },
) {
  const last = readCursor(cursor, ['string'])
  if (last instanceof Failure) return last
  let rows = db
    .selectFrom('mail_sender')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('list', '=', list)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (last) rows = rows.where(rowBefore(['id'], last, 'desc'))
  return toPage(await rows.execute(), limit, toSender, ({ id }) => [id])
}

/** Which of these addresses a list stands for. */
export async function onList(
  db: ReadDatabase<MailTables> | WriteDatabase<MailTables>,
  { ownerId, list, addresses }: { ownerId: string; list: List; addresses: string[] },
): Promise<Set<string>> {
  const patterns = new Map([...new Set(addresses)].map((address) => [address, patternsOf(address)]))
  const wanted = [...new Set([...patterns.values()].flat())]
  const listed = new Set<string>()
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const rows = await (db as ReadDatabase<MailTables>)
      .selectFrom('mail_sender')
      .select('pattern')
      .where('owner_id', '=', ownerId)
      .where('list', '=', list)
      .where('pattern', 'in', wanted.slice(at, at + AT_ONCE))
      .execute()
    for (const { pattern } of rows) listed.add(pattern)
  }
  return new Set([...patterns].flatMap(([address, own]) => (own.some((one) => listed.has(one)) ? [address] : [])))
}

const AT_ONCE = 400

function toSender({ id, pattern, created_at }: SenderRow): BlockedSender {
  return { id, sender: pattern, createdAt: toInstant(created_at) }
}
