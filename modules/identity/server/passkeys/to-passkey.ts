import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Passkey } from '../../contract.ts'
import type { IdentityTables } from '../database.ts'

/** A row of passkeys as the API shows it. */
export function toPasskey(row: IdentityTables['identity_passkey']): Passkey {
  return {
    id: row.id,
    name: row.name,
    createdAt: toInstant(row.created_at),
    lastUsedAt: toInstantOrNull(row.last_used_at),
    synced: row.synced === 1,
  }
}
