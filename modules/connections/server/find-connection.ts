import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { ConnectionRow, ConnectionsTables } from './database.ts'
import { ownerOf } from './policy.ts'

/** An account of the person who acts. */
export async function findConnection(
  db: ReadDatabase<ConnectionsTables>,
  actor: Actor,
  id: string,
): Promise<ConnectionRow | undefined> {
  return db
    .selectFrom('connections_connection')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
}
