import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { Place } from '../../contract.ts'
import type { MailboxRow, MailTables, MessageRow, OutboxRow } from '../database.ts'
import { labelKey } from '../store/labels.ts'
import { chunks } from '../store/rows.ts'
import { betweenOf } from '../sync/between-mailboxes.ts'
import { aspectsOf, type AppendChange, type ExpungeChange, type MessageChange } from './change.ts'
import { expungeable } from './leaving.ts'
import type { KnownPlacement, PushEntry } from './push-work.ts'
import { placementsOf } from './read-server-side.ts'

/** An entry as a task; `held` where its message is to be found first, `gone` where there is nothing left to do. */
export interface Tasked {
  id: string
  attempts: number
  task: PushEntry['task'] | 'held' | 'gone'
}

/** What rows of the outbox ask for, with what is known of their messages now. */
export async function toTasks(
  db: WriteDatabase<MailTables>,
  connectionId: string,
  rows: readonly OutboxRow[],
): Promise<Tasked[]> {
  const ids = rows.flatMap(({ message_id }) => message_id ?? [])
  const messages = await messagesOf(db, ids)
  const labels = await labelNamesOf(db, ids)
  const placements = await placementsOf(db, connectionId, ids)
  const between = await betweenOf(db, ids)
  const mailboxes = await numberingOf(db, connectionId)
  return rows.map((row) => {
    const { id, attempts } = row
    const of = (task: Tasked['task']): Tasked => ({ id, attempts: Number(attempts), task })
    if (row.kind === 'expunge') {
      const at = expungeable(JSON.parse(row.change) as ExpungeChange, mailboxes)
      return of(typeof at === 'string' ? at : { kind: 'expunge', placements: at })
    }
    const message = messages.get(row.message_id!)
    const lying = placements.get(row.message_id!) ?? []
    if (!message) return of('gone')
    if (row.kind === 'append') return of(lying.length > 0 ? 'gone' : appendTask(message, row))
    // Also where one copy is known: another that is left where it was would have its way.
    if (between.has(message.id)) return of('held')
    if (lying.length === 0) return of('gone')
    return of(changeTask(message, row, lying, labels.get(message.id) ?? []))
  })
}

function changeTask(
  message: MessageRow,
  row: OutboxRow,
  placements: KnownPlacement[],
  labels: string[],
): PushEntry['task'] {
  const change = JSON.parse(row.change) as MessageChange
  const keys = new Set(labels.map(labelKey))
  return {
    kind: 'change',
    messageId: message.id,
    aspects: aspectsOf(change),
    wanted: {
      seen: message.seen === 1,
      starred: message.starred === 1,
      answered: message.answered === 1,
      place: message.place as Place,
      added: change.added.filter((name) => keys.has(labelKey(name))),
      removed: change.removed.filter((name) => !keys.has(labelKey(name))),
      labels,
    },
    placements,
    identity: identityOf(message),
  }
}

function appendTask(message: MessageRow, row: OutboxRow): PushEntry['task'] {
  const { place } = JSON.parse(row.change) as AppendChange
  return {
    kind: 'append',
    messageId: message.id,
    place,
    seen: message.seen === 1,
    starred: message.starred === 1,
    receivedAt: Number(message.date_at),
    identity: identityOf(message),
  }
}

const identityOf = ({ hash, message_id, size }: MessageRow) => ({ hash, messageId: message_id, size: Number(size) })

async function numberingOf(
  db: WriteDatabase<MailTables>,
  connectionId: string,
): Promise<Map<string, Pick<MailboxRow, 'uid_validity' | 'oldest_uid'>>> {
  const rows = await db
    .selectFrom('mail_mailbox')
    .select(['id', 'uid_validity', 'oldest_uid'])
    .where('connection_id', '=', connectionId)
    .where('state', '!=', 'gone')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function messagesOf(db: WriteDatabase<MailTables>, messageIds: string[]): Promise<Map<string, MessageRow>> {
  const messages = new Map<string, MessageRow>()
  for (const ids of chunks(messageIds)) {
    const rows = await db.selectFrom('mail_message').selectAll().where('id', 'in', ids).execute()
    for (const row of rows) messages.set(row.id, row)
  }
  return messages
}

async function labelNamesOf(db: WriteDatabase<MailTables>, messageIds: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const ids of chunks(messageIds)) {
    const rows = await db
      .selectFrom('mail_message_label')
      .innerJoin('mail_label', 'mail_label.id', 'mail_message_label.label_id')
      .select(['mail_message_label.message_id', 'mail_label.name'])
      .where('mail_message_label.message_id', 'in', ids)
      .execute()
    for (const { message_id, name } of rows) names.set(message_id, [...(names.get(message_id) ?? []), name])
  }
  return names
}
