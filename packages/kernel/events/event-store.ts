import { uuidv7 } from '#base/ids.ts'
import type { StoredEvent } from '../context.ts'
import type { Row, Transaction } from '../database/port.ts'

export interface NewEvent {
  type: string
  data: { id: string } & Record<string, unknown>
  /** Whom it belongs to. */
  personId: string
}

/**
 * Appends events in the transaction of what happened. Positions are gap-free: SQLite's one writer gives them, and on
 * PostgreSQL the sealer, after the commit.
 */
export async function appendEvents(
  transaction: Transaction,
  events: readonly NewEvent[],
  origin: { workspaceId: string; actorId: string; at: number },
): Promise<void> {
  const table = transaction.dialect === 'sqlite' ? 'events' : 'events_unsealed'
  for (const event of events) {
    await transaction.run(
      `INSERT INTO ${table} (id, workspace_id, type, subject_id, actor_id, person_id, at, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      uuidv7(),
      origin.workspaceId,
      event.type,
      event.data.id,
      origin.actorId,
      event.personId,
      origin.at,
      JSON.stringify(event.data),
    )
  }
}

/** The next events after a position, of any type; filtering is the reader's, so that cursors move past the rest. */
export async function readEvents(transaction: Transaction, after: number, limit: number): Promise<StoredEvent[]> {
  const rows = await transaction.all('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?', after, limit)
  return rows.map(toEvent)
}

/** A look at the events after a position: those of some types, and how far the look reached. */
export interface Reading {
  events: StoredEvent[]
  position: number
  /** Whether there are events beyond. */
  more: boolean
}

/** The next events of some types, `limit` at most, among the next `reach`; the others are passed by in the database. */
export async function readEventsOf(
  transaction: Transaction,
  types: readonly string[],
  { after, limit, reach }: { after: number; limit: number; reach: number },
): Promise<Reading> {
  // The end first: what is stored between the two statements is left for the next look.
  const last = await lastPosition(transaction)
  const end = Math.max(after, Math.min(last, after + reach))
  if (end === after) return { events: [], position: after, more: false }
  const rows = await transaction.all(
    `SELECT * FROM events WHERE position > ? AND position <= ? AND type IN (${types.map(() => '?').join(', ')})
       ORDER BY position LIMIT ?`,
    after,
    end,
    ...types,
    limit,
  )
  const events = rows.map(toEvent)
  const position = events.length === limit ? events.at(-1)!.position : end
  return { events, position, more: position < last }
}

/** The newest position, 0 when nothing has happened. */
export async function lastPosition(transaction: Transaction): Promise<number> {
  const row = await transaction.get('SELECT COALESCE(MAX(position), 0) AS last FROM events')
  return Number(row!.last)
}

/** A row of events as subscriptions get it. */
export function toEvent(row: Row): StoredEvent {
  return {
    position: Number(row.position),
    id: String(row.id),
    workspaceId: String(row.workspace_id),
    type: String(row.type),
    subjectId: String(row.subject_id),
    actorId: String(row.actor_id),
    personId: row.person_id as string | null,
    at: Number(row.at),
    data: JSON.parse(String(row.data)),
  }
}
