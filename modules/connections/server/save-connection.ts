import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { ConnectionRow, ConnectionsTables } from './database.ts'

/** Stores a change as the account's next revision. */
export async function saveConnection(
  db: WriteDatabase<ConnectionsTables>,
  row: ConnectionRow,
  changes: Partial<Omit<ConnectionRow, 'id' | 'owner_id' | 'rev' | 'created_at'>>,
): Promise<ConnectionRow> {
  const changed = { ...row, ...changes, rev: row.rev + 1 }
  await db
    .updateTable('connections_connection')
    .set({ ...changes, rev: changed.rev })
    .where('id', '=', row.id)
    .execute()
  return changed
}
