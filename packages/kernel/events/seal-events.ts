import type { Transaction } from '../database/port.ts'

/**
 * Moves committed events to their place, in the order they were written; answers how many. What follows from another
 * was written after that was committed, so that the order of a subject holds.
 */
export async function sealEvents(transaction: Transaction, limit: number): Promise<number> {
  const { changes } = await transaction.run(
    `WITH moved AS (
       DELETE FROM events_unsealed WHERE n IN (SELECT n FROM events_unsealed ORDER BY n LIMIT ?) RETURNING *
     )
     INSERT INTO events (position, id, workspace_id, type, subject_id, actor_id, person_id, at, data)
     SELECT (SELECT COALESCE(MAX(position), 0) FROM events) + row_number() OVER (ORDER BY n),
       id, workspace_id, type, subject_id, actor_id, person_id, at, data
     FROM moved`,
    limit,
  )
  return changes
}
