import { uuidv7 } from '#base/ids.ts'
import type { CommandContext } from '#kernel/context.ts'
import { connectionRemoved, type ConsentProvider } from '../contract.ts'
import type { ConnectionRow, ConnectionsTables } from './database.ts'
import { revokeJob } from './internal.ts'
import { removeRow } from './remove-row.ts'
import { DATA_KEY_PLACE, revocationPlace, secretPlace } from './vault/places.ts'

type Context = Pick<CommandContext<ConnectionsTables>, 'db' | 'actor' | 'sealer' | 'emit' | 'enqueue' | 'now'>

/** Removes an account with its secrets. What its provider must still be told to void waits, sealed, for a job. */
export async function takeAway(context: Context, row: ConnectionRow): Promise<void> {
  const { db, emit } = context
  if (row.provider !== 'imap') await leaveForRevoking(context, row, row.provider)
  await removeRow(db, row.id)
  emit(connectionRemoved, { id: row.id }, { personId: row.owner_id })
}

async function leaveForRevoking(
  { db, actor, sealer, enqueue, now }: Context,
  row: ConnectionRow,
  provider: ConsentProvider,
): Promise<void> {
  const kept = await db
    .selectFrom('connections_secret')
    .innerJoin('connections_data_key', 'connections_data_key.id', 'connections_secret.key_id')
    .select(['connections_data_key.id as keyId', 'sealed', 'wrapped'])
    .where('connection_id', '=', row.id)
    .where('kind', '=', 'refresh-token')
    .executeTakeFirst()
  if (!kept) return
  const id = uuidv7()
  const key = sealer.withKey(kept.wrapped, DATA_KEY_PLACE)
  const token = key.open(kept.sealed, secretPlace(actor.workspaceId, row.id, 'refresh-token'))
  await db
    .insertInto('connections_revocation')
    .values({
      id,
      workspace_id: actor.workspaceId,
      provider,
      key_id: kept.keyId,
      sealed: key.seal(token, revocationPlace(id)),
      created_at: now(),
    })
    .execute()
  await enqueue(revokeJob, { id })
}
