import type { CommandContext } from '#kernel/context.ts'
import { messageChanged, type Place } from '../../contract.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { recordChanges } from '../outbox/record-changes.ts'
import { ownerOf } from '../policy.ts'
import { changedBy, setFlags, touch } from '../store/change-messages.ts'
import { refreshThreads } from '../store/refresh-threads.ts'

/** What tidying does with one message. */
export interface MailChange {
  seen?: boolean
  starred?: boolean
  place?: Place
  addLabels?: string[]
  removeLabels?: string[]
}

type Context = Pick<CommandContext<MailTables>, 'db' | 'actor' | 'emit' | 'now' | 'enqueue'>

/**
 * Changes messages each in its own way: rows, labels, threads, what servers are to be told, and the events of it.
 * Answers the labels that were really added, by message.
 */
export async function changeMail(
  context: Context,
  changes: { row: MessageRow; change: MailChange }[],
): Promise<Map<string, string[]>> {
  const { db, actor, emit } = context
  const names = await namesOf(
    context,
    changes.flatMap(({ change }) => [...(change.addLabels ?? []), ...(change.removeLabels ?? [])]),
  )
  const added = new Map<string, string[]>()
  const carried = new Map<
    string,
    Parameters<typeof recordChanges>[1] extends ReadonlyMap<string, infer C> ? C : never
  >()
  const threads: string[] = []
  for (const { row, change } of changes) {
    const { addLabels = [], removeLabels = [], ...flags } = change
    const isFlagged = changedBy([row], flags).length > 0
    const put = await addLabelsTo(
      context,
      row,
      addLabels.filter((id) => names.has(id)),
    )
    const taken = await takeLabelsFrom(context, row, removeLabels)
    if (isFlagged) {
      await setFlags(db, [row.id], flags)
      threads.push(row.thread_id)
    } else if (put.length + taken.length > 0) await touch(db, [row.id])
    else continue
    added.set(row.id, put)
    const aspects = (['seen', 'starred', 'place'] as const).filter(
      (aspect) => flags[aspect] !== undefined && changedBy([row], { [aspect]: flags[aspect] }).length > 0,
    )
    const toNames = (ids: string[]) => ids.flatMap((id) => names.get(id) ?? [])
    carried.set(row.id, { aspects, added: toNames(put), removed: toNames(taken) })
    emit(messageChanged, { id: row.id })
  }
  await refreshThreads(db, ownerOf(actor), threads)
  await recordChanges(context, carried)
  return added
}

/** The names of those labels that are there. */
async function namesOf({ db, actor }: Context, labelIds: string[]): Promise<Map<string, string>> {
  const ids = [...new Set(labelIds)]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('mail_label')
    .select(['id', 'name'])
    .where('owner_id', '=', ownerOf(actor))
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function addLabelsTo({ db, actor }: Context, row: MessageRow, labelIds: string[]): Promise<string[]> {
  if (labelIds.length === 0) return []
  const owner_id = ownerOf(actor)
  const added = await db
    .insertInto('mail_message_label')
    .values(labelIds.map((label_id) => ({ message_id: row.id, label_id, owner_id, date_at: row.date_at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('label_id')
    .execute()
  return added.map(({ label_id }) => label_id)
}

async function takeLabelsFrom({ db }: Context, row: MessageRow, labelIds: string[]): Promise<string[]> {
  if (labelIds.length === 0) return []
  const taken = await db
    .deleteFrom('mail_message_label')
    .where('message_id', '=', row.id)
    .where('label_id', 'in', labelIds)
    .returning('label_id')
    .execute()
  return taken.map(({ label_id }) => label_id)
}
