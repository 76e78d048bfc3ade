import { uuidv7 } from '#base/ids.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { MailTables, OutboxRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { chunks } from '../store/rows.ts'
import { isEmpty, mergeChanges, type MessageChange } from './change.ts'
import { enqueuePush } from './enqueue-push.ts'

type Context = Pick<CommandContext<MailTables>, 'db' | 'actor' | 'now' | 'enqueue'>

/**
 * Notes changes of messages for the servers on which they lie, in the transaction of the change. A message without a
 * server, such as an imported one, has nothing to carry.
 */
export async function recordChanges(context: Context, changes: ReadonlyMap<string, MessageChange>): Promise<void> {
  const { db, now } = context
  const changed = [...changes].filter(([, change]) => !isEmpty(change)).map(([id]) => id)
  const connections = new Set<string>()
  for (const ids of chunks(changed)) {
    const lying = await connectionsOf(context, ids)
    const waiting = await waitingOf(context, ids)
    const fresh: OutboxRow[] = []
    for (const { message_id, connection_id } of lying) {
      const change = changes.get(message_id)!
      connections.add(connection_id)
      const entry = waiting.get(keyOf(message_id, connection_id))
      if (!entry) fresh.push(entryOf(ownerOf(context.actor), connection_id, 'change', message_id, change, now()))
      else await widen(context, entry, change)
    }
    if (fresh.length > 0) await db.insertInto('mail_outbox').values(fresh).execute()
  }
  for (const connectionId of connections) await enqueuePush(context, connectionId)
}

/** A row of the outbox that waits to be sent. */
export function entryOf(
  ownerId: string,
  connectionId: string,
  kind: string,
  messageId: string | null,
  change: unknown,
  at: number,
): OutboxRow {
  return {
    id: uuidv7(),
    owner_id: ownerId,
    connection_id: connectionId,
    kind,
    message_id: messageId,
    change: JSON.stringify(change),
    state: 'waiting',
    attempts: 0,
    problem: null,
    at,
  }
}

const keyOf = (messageId: string, connectionId: string) => `${messageId} ${connectionId}`

/** The accounts in which messages lie, or lay until a moment ago. */
async function connectionsOf({ db, actor }: Context, ids: string[]) {
  const placed = await db
    .selectFrom('mail_placement')
    .innerJoin('mail_mailbox', 'mail_mailbox.id', 'mail_placement.mailbox_id')
    .select(['mail_placement.message_id', 'mail_mailbox.connection_id'])
    .distinct()
    .where('mail_placement.message_id', 'in', ids)
    .where('mail_placement.owner_id', '=', ownerOf(actor))
    .execute()
  const between = await db
    .selectFrom('mail_orphan')
    .select(['message_id', 'connection_id'])
    .where('message_id', 'in', ids)
    .where('owner_id', '=', ownerOf(actor))
    .execute()
  return [...new Map([...placed, ...between].map((row) => [keyOf(row.message_id, row.connection_id), row])).values()]
}

/** What is being sent already is not touched: what comes then is an entry behind it. */
async function waitingOf({ db }: Context, ids: string[]): Promise<Map<string, OutboxRow>> {
  const rows = await db
    .selectFrom('mail_outbox')
    .selectAll()
    .where('message_id', 'in', ids)
    .where('state', '=', 'waiting')
    .where('kind', '=', 'change')
    .execute()
  return new Map(rows.map((row) => [keyOf(row.message_id!, row.connection_id), row]))
}

async function widen({ db }: Context, entry: OutboxRow, change: MessageChange): Promise<void> {
  const merged = mergeChanges(JSON.parse(entry.change) as MessageChange, change)
  if (isEmpty(merged)) await db.deleteFrom('mail_outbox').where('id', '=', entry.id).execute()
  else
    await db
      .updateTable('mail_outbox')
      .set({ change: JSON.stringify(merged) })
      .where('id', '=', entry.id)
      .execute()
}
