import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { messageChanged, modifyMessages, type Place } from '../../contract.ts'
import { command, type MailTables, type MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { recordChanges } from '../outbox/record-changes.ts'
import { changeBy } from '../outbox/record-flags.ts'
import { ownerOf } from '../policy.ts'
import { changedBy, findMessages, flagsOf, setFlags, touch } from '../store/change-messages.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { chunks } from '../store/rows.ts'
import { lowerThreads } from '../tidying/lower-threads.ts'

const MAX_MESSAGES = 5000

export default command(modifyMessages, async (context, input) => {
  const { db, actor, changed, emit, fail } = context
  const { messageIds, threadIds, within, addLabels, removeLabels, ...flags } = input
  if (messageIds.length + threadIds.length === 0) return fail('nothing-selected')

  const ownerId = ownerOf(actor)
  const named = await findMessages(db, ownerId, messageIds)
  if (!named) return fail('message-not-found')
  const movesAway = flags.place !== undefined && flags.place !== 'inbox'
  const lowered = movesAway ? await lowerThreads(db, ownerId, threadIds) : new Set<string>()
  const threaded = await messagesOfThreads(db, ownerId, threadIds, within, lowered)
  if (!threaded) return fail('thread-not-found')
  const rows = [...new Map([...named, ...threaded].map((row) => [row.id, row])).values()]
  if (rows.length > MAX_MESSAGES) return fail('too-many-messages')
  const labels = await namesOf(db, ownerId, [...addLabels, ...removeLabels])
  if (!labels) return fail('label-not-found')

  const flagged = changedBy(rows, flags)
  await setFlags(
    db,
    flagged.map(({ id }) => id),
    flags,
  )
  const labelled = await changeLabels(db, ownerId, rows, addLabels, removeLabels)
  await refreshThreads(db, ownerId, [...lowered, ...flagged.map(({ thread_id }) => thread_id)])

  const flaggedIds = new Set(flagged.map(({ id }) => id))
  await touch(
    db,
    [...labelled].filter((id) => !flaggedIds.has(id)),
  )
  const ids = [...flaggedIds.union(labelled)]
  const called = (of: string[]) => of.map((id) => labels.get(id)!)
  await recordChanges(
    context,
    new Map(
      rows.map((row) => [
        row.id,
        {
          ...changeBy(row, flags),
          ...(labelled.has(row.id) && { added: called(addLabels), removed: called(removeLabels) }),
        },
      ]),
    ),
  )
  for (const id of ids) emit(messageChanged, { id })
  const before = flagged.map(flagsOf)
  changed({ messages: before.slice(0, 50) }, { messages: ids.length, ...flags, addLabels, removeLabels })
  return { changed: ids, before }
})

/** The messages of threads, or those in one place; null when one of the threads has none there. */
async function messagesOfThreads(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  threadIds: string[],
  within: Place | undefined,
  lowered: ReadonlySet<string>,
): Promise<MessageRow[] | null> {
  if (threadIds.length === 0) return []
  let query = db
    .selectFrom('mail_message')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('thread_id', 'in', threadIds)
    .where('place', '!=', COPY_PLACE)
    .limit(MAX_MESSAGES + 1)
  if (within) query = query.where('place', '=', within)
  const rows = await query.execute()
  const found = new Set(rows.map(({ thread_id }) => thread_id))
  return rows.length > MAX_MESSAGES || threadIds.every((id) => found.has(id) || lowered.has(id)) ? rows : null
}

/** The names of labels; null where one of them is not the owner's. */
async function namesOf(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  labelIds: string[],
): Promise<Map<string, string> | null> {
  const ids = [...new Set(labelIds)]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('mail_label')
    .select(['id', 'name'])
    .where('owner_id', '=', ownerId)
    .where('id', 'in', ids)
    .execute()
  return rows.length === ids.length ? new Map(rows.map(({ id, name }) => [id, name])) : null
}

/** Adds and removes labels; answers the messages that changed by it. */
async function changeLabels(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  rows: MessageRow[],
  add: string[],
  remove: string[],
): Promise<Set<string>> {
  const touched = new Set<string>()
  for (const label_id of add) {
    for (const part of chunks(rows)) {
      const values = part.map((row) => ({ message_id: row.id, label_id, owner_id: ownerId, date_at: row.date_at }))
      const added = await db
        .insertInto('mail_message_label')
        .values(values)
        .onConflict((conflict) => conflict.doNothing())
        .returning('message_id')
        .execute()
      for (const { message_id } of added) touched.add(message_id)
    }
  }
  if (remove.length === 0) return touched
  for (const part of chunks(rows)) {
    const ids = part.map(({ id }) => id)
    const removed = await db
      .deleteFrom('mail_message_label')
      .where('message_id', 'in', ids)
      .where('label_id', 'in', remove)
      .returning('message_id')
      .execute()
    for (const { message_id } of removed) touched.add(message_id)
  }
  return touched
}
