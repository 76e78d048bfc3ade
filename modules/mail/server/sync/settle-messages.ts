import type { CommandContext } from '#kernel/context.ts'
import { labelChanged, messageChanged } from '../../contract.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { labelOfFolder } from '../outbox/label-paths.ts'
import { pendingOf } from '../outbox/pending-of.ts'
import type { KnownMailbox, KnownPlacement } from '../outbox/push-work.ts'
import { serverState, type ServerState } from '../outbox/server-state.ts'
import { setFlags, touch, type Flags } from '../store/change-messages.ts'
import { ensureLabel, labelKey } from '../store/labels.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { chunks, insertRow } from '../store/rows.ts'
import { betweenOf } from './between-mailboxes.ts'
import { labelsOfPlacement } from './placement-labels.ts'

type Context = Pick<CommandContext<MailTables>, 'db' | 'emit'>

/**
 * Makes messages what their servers say of them, but for what is on its way there. `lost` names, a message, the keys
 * of labels that a placement gave it until now; with `foldersOf` those of all folders of an account in which a message
 * does not lie, unless an import gave it labels too. A message that lies nowhere, or is between two mailboxes, stays as
 * it is.
 */
export async function settleMessages(
  { db, emit }: Context,
  ownerId: string,
  messageIds: Iterable<string>,
  { since, lost = new Map(), foldersOf }: Settling,
): Promise<void> {
  const folders = foldersOf === undefined ? null : await folderKeys(db, ownerId, foldersOf)
  for (const ids of chunks([...new Set(messageIds)])) {
    const between = await betweenOf(db, ids)
    const met = await db.selectFrom('mail_message').selectAll().where('id', 'in', ids).execute()
    const rows = met.filter(({ id }) => !between.has(id))
    const placed = await placementsOf(db, ids)
    const pending = await pendingOf(db, ids, since)
    const flagged = new Map<string, Flags>()
    const labelled = new Set<string>()
    for (const row of rows) {
      const at = placed.get(row.id) ?? []
      const aspects = pending.get(row.id)
      const state = serverState(
        at,
        at.map(({ mailbox }) => mailbox),
      )
      const flags = state && changesOf(row, state, aspects)
      if (flags) flagged.set(row.id, flags)
      if (at.length === 0 || aspects?.has('labels')) continue
      const names = at.flatMap(({ mailbox, labels }) => labelsOfPlacement(mailbox, labels))
      const given = folders && row.import_id === null ? folders : lost.get(row.id)
      const gone = flags?.place !== undefined && isAway(row.place) ? await folderKeys(db, ownerId) : given
      if (await settleLabels({ db, emit }, row, names, gone)) labelled.add(row.id)
    }
    await write(db, ownerId, rows, flagged, labelled)
    for (const id of [...flagged.keys(), ...labelled].filter((id, n, all) => all.indexOf(id) === n))
      emit(messageChanged, { id })
  }
}

interface Settling {
  since: number
  lost?: ReadonlyMap<string, ReadonlySet<string>>
  foldersOf?: string
}

type Placed = KnownPlacement & { mailbox: KnownMailbox }

async function placementsOf(db: Context['db'], ids: string[]): Promise<Map<string, Placed[]>> {
  const rows = await db
    .selectFrom('mail_placement')
    .innerJoin('mail_mailbox', 'mail_mailbox.id', 'mail_placement.mailbox_id')
    .select([
      'mail_placement.message_id',
      'mail_placement.mailbox_id',
      'mail_placement.uid',
      'mail_placement.flags',
      'mail_placement.labels',
      'mail_mailbox.path',
      'mail_mailbox.delimiter',
      'mail_mailbox.role',
      'mail_mailbox.uid_validity',
      'mail_mailbox.uid_next',
    ])
    .where('mail_placement.message_id', 'in', ids)
    .execute()
  const placed = new Map<string, Placed[]>()
  for (const row of rows) {
    const mailbox = {
      id: row.mailbox_id,
      path: row.path,
      delimiter: row.delimiter,
      role: row.role as KnownMailbox['role'],
      uidValidity: row.uid_validity,
      uidNext: row.uid_next,
    }
    const labels = row.labels === null ? null : (JSON.parse(row.labels) as string[])
    const at = { mailboxId: row.mailbox_id, uid: row.uid, flags: row.flags, labels, mailbox }
    placed.set(row.message_id, [...(placed.get(row.message_id) ?? []), at])
  }
  return placed
}

function changesOf(row: MessageRow, state: ServerState, pending: ReadonlySet<string> | undefined): Flags | null {
  const flags: Flags = {
    ...(!pending?.has('seen') && row.seen !== Number(state.seen) && { seen: state.seen }),
    ...(!pending?.has('starred') && row.starred !== Number(state.starred) && { starred: state.starred }),
    // Never taken back: some servers do not keep it, and an answer stays one.
    ...(state.answered && row.answered === 0 && { answered: true }),
    ...(!pending?.has('place') && isElsewhere(row, state) && { place: state.place }),
  }
  return Object.keys(flags).length > 0 ? flags : null
}

/** The copy of a draft lies among the drafts of the server, and in no place here. */
function isElsewhere(row: MessageRow, state: ServerState): boolean {
  return row.place !== state.place && !(row.place === COPY_PLACE && state.place === 'drafts')
}

const isAway = (place: string) => place === 'trash' || place === 'junk'

/** What is taken out of the trash on the server lies in those folders alone in which it is: what it bore before is over. */
async function folderKeys(db: Context['db'], ownerId: string, connectionId?: string): Promise<ReadonlySet<string>> {
  let query = db
    .selectFrom('mail_mailbox')
    .select(['path', 'delimiter'])
    .where('owner_id', '=', ownerId)
    .where('role', 'is', null)
  if (connectionId !== undefined) query = query.where('connection_id', '=', connectionId)
  const folders = await query.execute()
  return new Set(folders.map((folder) => labelKey(labelOfFolder(folder))))
}

/** Adds the labels of where a message lies and takes those of where it lay; whether anything changed by it. */
async function settleLabels(
  { db, emit }: Context,
  row: MessageRow,
  names: string[],
  lost: ReadonlySet<string> = new Set(),
): Promise<boolean> {
  const wanted = new Map(names.map((name) => [labelKey(name), name]))
  const borne = await db
    .selectFrom('mail_message_label')
    .innerJoin('mail_label', 'mail_label.id', 'mail_message_label.label_id')
    .select(['mail_label.id', 'mail_label.name_key'])
    .where('mail_message_label.message_id', '=', row.id)
    .execute()
  const keys = new Set(borne.map(({ name_key }) => name_key))
  const removed = borne.filter(({ name_key }) => lost.has(name_key) && !wanted.has(name_key))
  for (const { id } of removed)
    await db.deleteFrom('mail_message_label').where('message_id', '=', row.id).where('label_id', '=', id).execute()
  let added = false
  for (const [key, name] of wanted) {
    if (keys.has(key)) continue
    const label = await ensureLabel(db, { ownerId: row.owner_id, importId: null }, name)
    if (label.created) emit(labelChanged, { id: label.id })
    const { id, owner_id, date_at } = row
    await insertRow(db, 'mail_message_label', { message_id: id, label_id: label.id, owner_id, date_at })
    added = true
  }
  return added || removed.length > 0
}

async function write(
  db: Context['db'],
  ownerId: string,
  rows: MessageRow[],
  flagged: ReadonlyMap<string, Flags>,
  labelled: ReadonlySet<string>,
): Promise<void> {
  const groups = Map.groupBy(flagged, ([, flags]) => JSON.stringify(flags))
  for (const [flags, group] of groups)
    await setFlags(
      db,
      group.map(([id]) => id),
      JSON.parse(flags) as Flags,
    )
  await touch(
    db,
    [...labelled].filter((id) => !flagged.has(id)),
  )
  await refreshThreads(
    db,
    ownerId,
    rows.filter(({ id }) => flagged.has(id)).map(({ thread_id }) => thread_id),
  )
}
