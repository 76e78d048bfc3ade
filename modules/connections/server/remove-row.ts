import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { ConnectionsTables } from './database.ts'

/** Deletes an account with its secrets and all that names it. */
export async function removeRow(db: WriteDatabase<ConnectionsTables>, id: string): Promise<void> {
  await db.deleteFrom('connections_secret').where('connection_id', '=', id).execute()
  await db.deleteFrom('connections_lease').where('connection_id', '=', id).execute()
  await db.deleteFrom('connections_consent').where('connection_id', '=', id).execute()
  await db.deleteFrom('connections_directory').where('connection_id', '=', id).execute()
  await db.deleteFrom('connections_connection').where('id', '=', id).execute()
}
