import type { StoredEvent } from '../context.ts'
import type { Database, Transaction } from '../database/port.ts'
import { toEvent } from './event-store.ts'

/** How many positions one read goes past, and so the most events it can give. */
const SPAN = 500

/** The span of positions that is kept; of nothing, the first is one past the newest. */
export interface Kept {
  first: number
  newest: number
}

/** Where the kept events begin and end. */
export async function keptPositions(transaction: Transaction): Promise<Kept> {
  const row = await transaction.get(
    'SELECT COALESCE(MIN(position), 1) AS first, COALESCE(MAX(position), 0) AS newest FROM events',
  )
  return { first: Number(row!.first), newest: Number(row!.newest) }
}

/**
 * The events of one workspace after a position, up to another, a span at a time. Positions have no gap, so a span is
 * a walk along the key of known length, however rare the wanted types are.
 */
export async function readWorkspaceSpan(
  database: Database,
  workspaceId: string,
  after: number,
  upTo: number,
): Promise<{ events: StoredEvent[]; position: number }> {
  const position = Math.min(after + SPAN, upTo)
  const rows = await database.read(async (transaction) =>
    transaction.all(
      'SELECT * FROM events WHERE position > ? AND position <= ? AND workspace_id = ? ORDER BY position',
      after,
      position,
      workspaceId,
    ),
  )
  return { events: rows.map(toEvent), position }
}
