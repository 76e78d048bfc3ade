import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailboxRow, MailTables, OutboxRow } from '../database.ts'
import type { SyncItem } from '../sync/internal.ts'
import type { ExpungeChange } from './change.ts'

/** The uids of a mailbox that were erased here and are about to be erased there: they are not to come back. */
export async function leavingUids(db: ReadDatabase<MailTables>, mailbox: MailboxRow): Promise<number[]> {
  return (await expunges(db, mailbox))
    .flatMap(({ placements }) => placements)
    .filter(({ mailboxId, uidValidity }) => mailboxId === mailbox.id && uidValidity === mailbox.uid_validity)
    .map(({ uid }) => uid)
}

/**
 * Knows messages by their source that were erased here before their mailbox was numbered anew: their new numbers are
 * noted for the server. Answers the other items, and the files of what is not stored.
 */
export async function withoutLeaving(
  db: WriteDatabase<MailTables>,
  mailbox: MailboxRow,
  items: SyncItem[],
): Promise<{ items: SyncItem[]; files: string[] }> {
  const left = new Set(items)
  for (const { id, placements } of await expunges(db, mailbox)) {
    const anew = placements.map((at) => {
      if (at.mailboxId !== mailbox.id || at.uidValidity === mailbox.uid_validity || at.hash === undefined) return at
      const item = [...left].find(({ message }) => message?.hash === at.hash)
      if (!item) return at
      left.delete(item)
      return { ...at, uid: item.uid, uidValidity: mailbox.uid_validity }
    })
    if (anew.every((at, n) => at === placements[n])) continue
    const change = JSON.stringify({ placements: anew } satisfies ExpungeChange)
    await db.updateTable('mail_outbox').set({ change }).where('id', '=', id).execute()
  }
  const files = items.flatMap((item) => (left.has(item) || item.blob === null ? [] : [item.blob]))
  return { items: [...left], files }
}

/** Of what is to be erased on a server, what can be now. */
export type Expungeable = ExpungeChange['placements'] | 'held' | 'gone'

/**
 * Which placements of an expunge stand as they were noted. Of those in a mailbox that was numbered anew, one with a
 * known source waits until the mailbox is read: what was not met by then is not there.
 */
export function expungeable(
  { placements }: ExpungeChange,
  mailboxes: ReadonlyMap<string, Pick<MailboxRow, 'uid_validity' | 'oldest_uid'>>,
): Expungeable {
  const known = placements.filter(({ mailboxId }) => mailboxes.has(mailboxId))
  const now = known.filter(({ mailboxId, uidValidity }) => mailboxes.get(mailboxId)!.uid_validity === uidValidity)
  const isOpen = known.some((at) => {
    const { uid_validity, oldest_uid } = mailboxes.get(at.mailboxId)!
    return at.uidValidity !== uid_validity && at.hash !== undefined && (uid_validity === 0 || oldest_uid > 1)
  })
  if (isOpen) return 'held'
  return now.length > 0 ? now : 'gone'
}

async function expunges(
  db: ReadDatabase<MailTables>,
  mailbox: MailboxRow,
): Promise<(Pick<OutboxRow, 'id'> & ExpungeChange)[]> {
  const rows = await db
    .selectFrom('mail_outbox')
    .select(['id', 'change'])
    .where('owner_id', '=', mailbox.owner_id)
    .where('connection_id', '=', mailbox.connection_id)
    .where('state', 'in', ['waiting', 'sending'])
    .where('kind', '=', 'expunge')
    .orderBy('id')
    .execute()
  return rows.map(({ id, change }) => ({ id, ...(JSON.parse(change) as ExpungeChange) }))
}
