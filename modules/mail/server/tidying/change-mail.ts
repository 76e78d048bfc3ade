import type { CommandContext } from '#kernel/context.ts'
import { messageChanged, type Place } from '../../contract.ts'
import type { MailTables, MessageRow } from '../database.ts'
import type { MessageChange } from '../outbox/change.ts'
import { recordChanges } from '../outbox/record-changes.ts'
import { ownerOf } from '../policy.ts'
import { changedBy, setFlags, touch, type Flags } from '../store/change-messages.ts'
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
type Asked = { row: MessageRow; change: MailChange }

/**
 * Changes messages each in its own way: rows, labels, threads, what servers are to be told, and the events of it.
 * Answers the labels that were really added, by message.
 */
export async function changeMail(context: Context, changes: Asked[]): Promise<Map<string, string[]>> {
  const { db, actor, emit } = context
  const names = await namesOf(context, changes)
  const flagged = changes.filter(({ row, change }) => changedBy([row], flagsOf(change)).length > 0)
  // Most messages of a rule change alike: one statement for those that do.
  for (const [flags, alike] of Map.groupBy(flagged, ({ change }) => JSON.stringify(flagsOf(change))))
    await setFlags(db, idsOf(alike), JSON.parse(flags) as Flags)
  const added = await addLabels(context, changes, names)
  const taken = await takeLabels(context, changes)
  await refreshThreads(
    db,
    ownerOf(actor),
    flagged.map(({ row }) => row.thread_id),
  )

  const changed = new Set(idsOf(flagged))
  const labelled = [...new Set([...added.keys(), ...taken.keys()])]
  await touch(
    db,
    labelled.filter((id) => !changed.has(id)),
  )
  for (const id of new Set([...changed, ...labelled])) emit(messageChanged, { id })
  const toNames = (ids: string[] | undefined) => (ids ?? []).flatMap((id) => names.get(id) ?? [])
  const carried = changes.map(({ row, change }): [string, MessageChange] => [
    row.id,
    { aspects: aspectsOf(row, change), added: toNames(added.get(row.id)), removed: toNames(taken.get(row.id)) },
  ])
  await recordChanges(context, new Map(carried))
  return added
}

const idsOf = (changes: Asked[]) => changes.map(({ row }) => row.id)

function flagsOf({ seen, starred, place }: MailChange): Flags {
  return { seen, starred, place }
}

function aspectsOf(row: MessageRow, change: MailChange): MessageChange['aspects'] {
  return (['seen', 'starred', 'place'] as const).filter(
    (aspect) => change[aspect] !== undefined && changedBy([row], { [aspect]: change[aspect] }).length > 0,
  )
}

/** The names of those labels that are there. */
async function namesOf({ db, actor }: Context, changes: Asked[]): Promise<Map<string, string>> {
  const wanted = changes.flatMap(({ change }) => [...(change.addLabels ?? []), ...(change.removeLabels ?? [])])
  const ids = [...new Set(wanted)]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('mail_label')
    .select(['id', 'name'])
    .where('owner_id', '=', ownerOf(actor))
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function addLabels(
  { db, actor }: Context,
  changes: Asked[],
  known: ReadonlyMap<string, string>,
): Promise<Map<string, string[]>> {
  const owner_id = ownerOf(actor)
  const added = new Map<string, string[]>()
  for (const label_id of known.keys()) {
    const bearers = changes.filter(({ change }) => change.addLabels?.includes(label_id))
    if (bearers.length === 0) continue
    const rows = await db
      .insertInto('mail_message_label')
      .values(bearers.map(({ row }) => ({ message_id: row.id, label_id, owner_id, date_at: row.date_at })))
      .onConflict((conflict) => conflict.doNothing())
      .returning('message_id')
      .execute()
    for (const { message_id } of rows) added.set(message_id, [...(added.get(message_id) ?? []), label_id])
  }
  return added
}

async function takeLabels({ db }: Context, changes: Asked[]): Promise<Map<string, string[]>> {
  const taken = new Map<string, string[]>()
  for (const label_id of new Set(changes.flatMap(({ change }) => change.removeLabels ?? []))) {
    const bearers = changes.filter(({ change }) => change.removeLabels?.includes(label_id))
    const rows = await db
      .deleteFrom('mail_message_label')
      .where('message_id', 'in', idsOf(bearers))
      .where('label_id', '=', label_id)
      .returning('message_id')
      .execute()
    for (const { message_id } of rows) taken.set(message_id, [...(taken.get(message_id) ?? []), label_id])
  }
  return taken
}
