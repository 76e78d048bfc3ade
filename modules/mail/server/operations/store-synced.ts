import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { command, type MailboxRow, type MailTables, type PlacementRow } from '../database.ts'
import { deleteFilesJob } from '../internal.ts'
import type { Placement } from '../import/prepared-message.ts'
import { withoutLeaving } from '../outbox/leaving.ts'
import { serverState } from '../outbox/server-state.ts'
import { insertRow, paddedChunks } from '../store/rows.ts'
import { sentTwins } from '../sending/sent-twins.ts'
import { storeNew } from '../store/store-new.ts'
import { meetAgain } from '../sync/between-mailboxes.ts'
import { findMailbox } from '../sync/find-mailbox.ts'
import { toFlagBits } from '../sync/flag-bits.ts'
import { storeSynced, type SyncItem } from '../sync/internal.ts'
import { labelsOfPlacement } from '../sync/placement-labels.ts'
import { placementState } from '../sync/placement-row.ts'
import { settleMessages } from '../sync/settle-messages.ts'

export default command(storeSynced, async ({ db, actor, emit, enqueue, fail, holdBlob }, input) => {
  const mailbox = await findMailbox(db, actor, input.mailboxId)
  if (!mailbox) return fail('mailbox-not-found')
  if (mailbox.uid_validity !== input.uidValidity) return fail('mailbox-renumbered')

  const { items: unmet, changed } = await withoutMet(db, mailbox, input.items)
  const { items, files } = await withoutLeaving(db, mailbox, unmet)
  if (files.length > 0) await enqueue(deleteFilesJob, { files })
  const ids = await idsOf(db, mailbox.owner_id, items)
  await knowSent(db, mailbox, items, ids)
  const fresh = [...new Map(items.flatMap((item) => (isFresh(item, ids) ? [[item.message.hash, item]] : []))).values()]
  const origin = { ownerId: mailbox.owner_id, importId: null, importLabel: null }
  const rows = await storeNew(
    { db, emit, holdBlob },
    fresh.map((item) => ({ message: threaded(item), placement: placementOf(item, mailbox), blob: item.blob })),
    origin,
  )
  const known = new Set(ids.values())
  for (const row of rows) ids.set(row.hash, row.id)
  const placed = items.filter((item) => item.message !== null)
  for (const item of placed) await place(db, mailbox, item, ids.get(item.message!.hash)!)
  const met = placed.map(({ message }) => ids.get(message!.hash)!).filter((id) => known.has(id))
  const again = await meetAgain(db, mailbox, met)
  // A twin within the batch may say more than the one that was stored.
  const twins = placed.length > rows.length + met.length ? rows.map(({ id }) => id) : []
  const { since } = input
  const others = [...met.filter((id) => !again.has(id)), ...twins, ...changed]
  if (others.length > 0) await settleMessages({ db, emit }, mailbox.owner_id, others, { since })
  if (again.size > 0)
    await settleMessages({ db, emit }, mailbox.owner_id, again, { since, foldersOf: mailbox.connection_id })

  const skipped = await skip(db, mailbox, items)
  await db
    .updateTable('mail_mailbox')
    .set({
      stored_count: plus('stored_count', placed.length),
      skipped_count: plus('skipped_count', skipped),
      ...(input.oldestUid !== undefined && { oldest_uid: Math.min(input.oldestUid, mailbox.oldest_uid) }),
      ...(input.uidNext !== undefined && { uid_next: Math.max(input.uidNext, mailbox.uid_next) }),
    })
    .where('id', '=', mailbox.id)
    .execute()
  return { stored: rows.length, known: placed.length - rows.length }
})

/**
 * What was met already: a step whose answer got lost, or a message that was moved from here. Answers the rest, and the
 * messages of which the server says something else by now.
 */
async function withoutMet(
  db: WriteDatabase<MailTables>,
  { id }: MailboxRow,
  items: SyncItem[],
): Promise<{ items: SyncItem[]; changed: string[] }> {
  const met = new Map<number, PlacementRow>()
  for (const uids of paddedChunks(items.map(({ uid }) => uid))) {
    const rows = await db
      .selectFrom('mail_placement')
      .selectAll()
      .where('mailbox_id', '=', id)
      .where('uid', 'in', uids)
      .execute()
    for (const row of rows) met.set(Number(row.uid), row)
  }
  const changed: string[] = []
  for (const item of items) {
    const row = met.get(item.uid)
    const state = placementState(item)
    if (!row || (row.flags === state.flags && row.keywords === state.keywords && row.labels === state.labels)) continue
    await db.updateTable('mail_placement').set(state).where('mailbox_id', '=', id).where('uid', '=', item.uid).execute()
    changed.push(row.message_id)
  }
  return { items: items.filter(({ uid }) => !met.has(uid)), changed }
}

/** The messages of a batch that are here already, by hash. */
async function idsOf(db: WriteDatabase<MailTables>, ownerId: string, items: SyncItem[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const hashes of paddedChunks(items.flatMap(({ message }) => (message ? [message.hash] : [])))) {
    const rows = await db
      .selectFrom('mail_message')
      .select(['id', 'hash'])
      .where('owner_id', '=', ownerId)
      .where('hash', 'in', hashes)
      .execute()
    for (const { id, hash } of rows) ids.set(hash, id)
  }
  return ids
}

/** What was sent from here is here already, though the provider's copy of it has other bytes. */
async function knowSent(
  db: WriteDatabase<MailTables>,
  mailbox: MailboxRow,
  items: SyncItem[],
  ids: Map<string, string>,
): Promise<void> {
  const sent = items.flatMap(({ message, labels }) =>
    message?.messageId && !ids.has(message.hash) && (mailbox.role === 'sent' || labels?.includes('\\Sent'))
      ? [{ hash: message.hash, messageId: message.messageId }]
      : [],
  )
  if (sent.length === 0) return
  const of = { ownerId: mailbox.owner_id, connectionId: mailbox.connection_id }
  const twins = await sentTwins(
    db,
    of,
    sent.map(({ messageId }) => messageId),
  )
  for (const { hash, messageId } of sent) if (twins.has(messageId)) ids.set(hash, twins.get(messageId)!)
}

function isFresh(
  item: SyncItem,
  ids: ReadonlyMap<string, string>,
): item is SyncItem & { message: NonNullable<SyncItem['message']> } {
  return item.message !== null && !ids.has(item.message.hash)
}

/** The provider's thread is one more id that the message is linked to. */
function threaded({ message, threadId }: SyncItem): NonNullable<SyncItem['message']> {
  return threadId === null ? message! : { ...message!, linked: [...message!.linked, `${threadId}@thread.provider`] }
}

function placementOf(item: SyncItem, mailbox: MailboxRow): Placement {
  const { bits } = toFlagBits(item.flags)
  const at = { mailboxId: mailbox.id, uid: item.uid, flags: bits, labels: item.labels }
  const { path, delimiter } = mailbox
  const role = mailbox.role as NonNullable<Parameters<typeof serverState>[1][number]['role']> | null
  const state = serverState([at], [{ id: mailbox.id, path, delimiter, role, uidValidity: 0, uidNext: 0 }])!
  const { seen, starred, answered, place } = state
  return {
    seen,
    starred,
    answered,
    trashed: false,
    folder: null,
    place,
    labels: labelsOfPlacement(mailbox, item.labels),
  }
}

async function place(
  db: WriteDatabase<MailTables>,
  mailbox: MailboxRow,
  item: SyncItem,
  messageId: string,
): Promise<void> {
  await insertRow(db, 'mail_placement', {
    mailbox_id: mailbox.id,
    uid: item.uid,
    message_id: messageId,
    owner_id: mailbox.owner_id,
    remote_id: item.remoteId,
    ...placementState(item),
  })
}

async function skip(db: WriteDatabase<MailTables>, mailbox: MailboxRow, items: SyncItem[]): Promise<number> {
  const failed = items.flatMap(({ uid, failure }) => (failure ? [{ uid, ...failure }] : []))
  let skipped = 0
  for (const { uid, code, reason } of failed) {
    const row = { mailbox_id: mailbox.id, uid, owner_id: mailbox.owner_id, code, reason: reason.slice(0, 500) }
    const inserted = await db
      .insertInto('mail_skipped')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    skipped += Number(inserted.numInsertedOrUpdatedRows ?? 0n)
  }
  return skipped
}
