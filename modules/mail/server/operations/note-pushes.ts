import type { CommandContext } from '#kernel/context.ts'
import { plus } from '#kernel/database/raw.ts'
import { command, type MailTables, type OutboxRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { chunks } from '../store/rows.ts'
import { notePushes } from '../outbox/internal.ts'
import type { Numbered, Outcome } from '../outbox/push-work.ts'
import { putBack } from '../outbox/put-back.ts'
import { mailboxesOf } from '../outbox/read-server-side.ts'

export default command(notePushes, async (context, { connectionId, outcomes }) => {
  const entries = await entriesOf(context.db, outcomes)
  const mailboxes = await mailboxesOf(context.db, connectionId)
  const numbering = new Map(mailboxes.map(({ id, uidValidity }) => [id, uidValidity]))
  const refused: OutboxRow[] = []
  for (const outcome of outcomes) {
    const entry = entries.get(outcome.entryId)
    // Noted already, by an answer that got lost.
    if (!entry || entry.state !== 'sending') continue
    await movePlacements(context, connectionId, entry, outcome, numbering)
    const problem = outcome.problem ? JSON.stringify(outcome.problem) : null
    await context.db
      .updateTable('mail_outbox')
      .set({ state: outcome.state, problem, at: context.now() })
      .where('id', '=', entry.id)
      .execute()
    if (outcome.state === 'refused') refused.push(entry)
  }
  await putBack(context, connectionId, refused)
  return { refused: refused.length }
})

type Context = CommandContext<MailTables>

async function entriesOf(db: Context['db'], outcomes: Outcome[]): Promise<Map<string, OutboxRow>> {
  const entries = new Map<string, OutboxRow>()
  for (const part of chunks(outcomes)) {
    const ids = part.map(({ entryId }) => entryId)
    for (const row of await db.selectFrom('mail_outbox').selectAll().where('id', 'in', ids).execute())
      entries.set(row.id, row)
  }
  return entries
}

/**
 * Notes where the message lies now, but for numbers that a mailbox no more has. Between two mailboxes it is marked as
 * such, so that nobody takes it for erased.
 */
async function movePlacements(
  { db, actor, now }: Context,
  connectionId: string,
  entry: OutboxRow,
  { gone, found }: Outcome,
  numbering: ReadonlyMap<string, number>,
): Promise<void> {
  if (entry.message_id === null) return
  const messageId = entry.message_id
  const owner_id = ownerOf(actor)
  const isNumberedSo = ({ mailboxId, uidValidity }: Numbered) => numbering.get(mailboxId) === uidValidity
  for (const { mailboxId, uid } of gone.filter(isNumberedSo)) {
    const deleted = await db
      .deleteFrom('mail_placement')
      .where('mailbox_id', '=', mailboxId)
      .where('uid', '=', uid)
      .where('message_id', '=', messageId)
      .executeTakeFirst()
    if (deleted.numDeletedRows > 0n) await countMailbox(db, mailboxId, -1)
  }
  for (const { mailboxId, uid, flags, labels, isNew } of found.filter(isNumberedSo)) {
    const known = await db
      .updateTable('mail_placement')
      .set({ flags, ...(labels && { labels: JSON.stringify(labels) }) })
      .where('mailbox_id', '=', mailboxId)
      .where('uid', '=', uid)
      .where('message_id', '=', messageId)
      .executeTakeFirst()
    // Sync may have seen meanwhile that it is elsewhere: what was only looked at is not put back.
    if (known.numUpdatedRows > 0n || !isNew) continue
    const row = { mailbox_id: mailboxId, uid, message_id: messageId, owner_id, flags, keywords: '[]' }
    const inserted = await db
      .insertInto('mail_placement')
      .values({ ...row, labels: labels && JSON.stringify(labels), modseq: null, remote_id: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) > 0) await countMailbox(db, mailboxId, 1)
  }
  if (gone.length + found.length === 0) return
  const left = await db
    .selectFrom('mail_placement')
    .select('uid')
    .where('message_id', '=', messageId)
    .limit(1)
    .executeTakeFirst()
  if (left) await db.deleteFrom('mail_orphan').where('message_id', '=', messageId).execute()
  else
    await db
      .insertInto('mail_orphan')
      .values({ message_id: messageId, owner_id, connection_id: connectionId, at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

async function countMailbox(db: Context['db'], mailboxId: string, by: number): Promise<void> {
  await db
    .updateTable('mail_mailbox')
    .set({ stored_count: plus('stored_count', by) })
    .where('id', '=', mailboxId)
    .execute()
}
