import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { command, type MailTables } from '../database.ts'
import { chunks, insertRow } from '../store/rows.ts'
import { isReadAnew, meetAgain } from '../sync/between-mailboxes.ts'
import { findMailbox } from '../sync/find-mailbox.ts'
import { adoptMessages } from '../sync/internal.ts'
import { placementState } from '../sync/placement-row.ts'
import { settleMessages } from '../sync/settle-messages.ts'
import type { RemoteOverview } from '../sync/remote-store.ts'

export default command(adoptMessages, async ({ db, actor, emit, fail }, input) => {
  const mailbox = await findMailbox(db, actor, input.mailboxId)
  if (!mailbox) return fail('mailbox-not-found')
  if (mailbox.uid_validity !== input.uidValidity) return fail('mailbox-renumbered')

  const met = await uidsMet(
    db,
    mailbox.id,
    input.items.map(({ uid }) => uid),
  )
  const named = input.items.filter(({ messageId, uid }) => messageId !== null && !met.has(uid))
  if (named.length === 0) return { adopted: [] }
  const candidates = await db
    .selectFrom('mail_orphan')
    .innerJoin('mail_message', 'mail_message.id', 'mail_orphan.message_id')
    .select(['mail_message.id', 'mail_message.message_id', 'mail_message.size'])
    .where('mail_orphan.owner_id', '=', mailbox.owner_id)
    .where('mail_orphan.connection_id', '=', mailbox.connection_id)
    .where('mail_message.message_id', 'in', [...new Set(named.map(({ messageId }) => messageId!))])
    .execute()
  // Anywhere else a twin of what lies somewhere is a message of its own.
  const isAnew = isReadAnew(mailbox)
  const lying = isAnew ? new Set() : await lyingOf(db, candidates)
  const waiting = candidates.filter(({ id }) => !lying.has(id))
  const byKey = Map.groupBy(waiting, ({ message_id, size }) => keyOf(message_id, size))
  const asked = Map.groupBy(named, ({ messageId, size }) => keyOf(messageId, size))
  const pairs: { item: RemoteOverview; id: string }[] = []
  for (const [key, items] of asked) {
    const found = byKey.get(key) ?? []
    // Twins are told apart by their sources alone.
    if (found.length === 1 && items.length === 1) pairs.push({ item: items[0]!, id: found[0]!.id })
  }
  for (const { item, id } of pairs) {
    const { uid, remoteId } = item
    const at = { mailbox_id: mailbox.id, uid, message_id: id, owner_id: mailbox.owner_id, remote_id: remoteId }
    await insertRow(db, 'mail_placement', { ...at, ...placementState(item) })
  }
  if (pairs.length > 0) {
    await db
      .updateTable('mail_mailbox')
      .set({ stored_count: plus('stored_count', pairs.length) })
      .where('id', '=', mailbox.id)
      .execute()
    const ids = pairs.map(({ id }) => id)
    await meetAgain(db, mailbox, ids)
    const foldersOf = mailbox.connection_id
    await settleMessages({ db, emit }, mailbox.owner_id, ids, { since: input.since, foldersOf })
  }
  return { adopted: pairs.map(({ item }) => item.uid) }
})

/** What was moved there from here is known already. */
async function uidsMet(db: WriteDatabase<MailTables>, mailboxId: string, uids: number[]): Promise<ReadonlySet<number>> {
  const met = new Set<number>()
  for (const part of chunks(uids)) {
    const rows = await db
      .selectFrom('mail_placement')
      .select('uid')
      .where('mailbox_id', '=', mailboxId)
      .where('uid', 'in', part)
      .execute()
    for (const { uid } of rows) met.add(Number(uid))
  }
  return met
}

async function lyingOf(
  db: WriteDatabase<MailTables>,
  messages: readonly { id: string }[],
): Promise<ReadonlySet<string>> {
  const lying = new Set<string>()
  for (const part of chunks(messages)) {
    const ids = part.map(({ id }) => id)
    const rows = await db.selectFrom('mail_placement').select('message_id').where('message_id', 'in', ids).execute()
    for (const { message_id } of rows) lying.add(message_id)
  }
  return lying
}

const keyOf = (messageId: string | null, size: number) => `${size} ${messageId}`
