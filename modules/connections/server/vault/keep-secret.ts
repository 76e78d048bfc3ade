import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { Sealer } from '#kernel/ports.ts'
import type { ConnectionsTables, SecretKind } from '../database.ts'
import { currentKey } from './current-key.ts'
import { DATA_KEY_PLACE, secretPlace } from './places.ts'

/** A secret of an account, on its way into the vault. */
export interface NewSecret {
  connectionId: string
  workspaceId: string
  kind: SecretKind
  value: string
  /** Epoch milliseconds; null where it does not expire by itself. */
  expiresAt?: number | null
}

/** Keeps a secret sealed under the current data key, in place of the one there was. */
export async function keepSecret(
  db: WriteDatabase<ConnectionsTables>,
  sealer: Sealer,
  { connectionId, workspaceId, kind, value, expiresAt = null }: NewSecret,
  at: number,
): Promise<void> {
  const key = await currentKey(db, sealer, at)
  const place = secretPlace(workspaceId, connectionId, kind)
  const kept = {
    key_id: key.id,
    sealed: sealer.withKey(key.wrapped, DATA_KEY_PLACE).seal(value, place),
    expires_at: expiresAt,
    updated_at: at,
  }
  await db
    .insertInto('connections_secret')
    .values({ connection_id: connectionId, workspace_id: workspaceId, kind, ...kept })
    .onConflict((conflict) => conflict.columns(['connection_id', 'kind']).doUpdateSet(kept))
    .execute()
}
