import { uuidv7 } from '#base/ids.ts'
import { connectionAdded } from '../../contract.ts'
import { command, type ConnectionRow } from '../database.ts'
import { storeConnection } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { toConnection } from '../to-connection.ts'
import { keepGiven } from '../vault/given-secrets.ts'
import { windowColumns } from '../window-columns.ts'

const INTERVAL_MINUTES = 5

export default command(storeConnection, async ({ db, actor, sealer, emit, fail, now }, input) => {
  const { provider, address, name, picture, scopes, imap, smtp } = input
  const row: ConnectionRow = {
    id: uuidv7(),
    owner_id: ownerOf(actor),
    rev: 1,
    provider,
    address,
    address_key: address.toLowerCase(),
    name,
    picture,
    scopes: JSON.stringify(scopes),
    state: 'active',
    problem: null,
    last_sync_at: null,
    window_since: null,
    window_count: null,
    interval_minutes: INTERVAL_MINUTES,
    ...windowColumns(input),
    imap: imap && JSON.stringify(imap),
    smtp: smtp && JSON.stringify(smtp),
    created_at: now(),
  }
  const made = await db
    .insertInto('connections_connection')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return fail('already-connected')

  const { workspaceId } = actor
  await db
    .insertInto('connections_directory')
    .values({ connection_id: row.id, workspace_id: workspaceId, owner_id: row.owner_id })
    .execute()
  await keepGiven(db, sealer, { connectionId: row.id, workspaceId }, input, now())
  emit(connectionAdded, { id: row.id })
  return toConnection(row)
})
