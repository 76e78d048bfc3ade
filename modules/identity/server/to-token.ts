import type { Selectable } from 'kysely'
import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Token } from '../contract.ts'
import type { IdentityTables } from './database.ts'

/** A row of tokens as the API shows it; the secret is not in it. */
export function toToken(row: Selectable<IdentityTables['identity_token']>): Token {
  return {
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes) as Token['scopes'],
    createdAt: toInstant(row.created_at),
    expiresAt: toInstantOrNull(row.expires_at),
    lastUsedAt: toInstantOrNull(row.last_used_at),
  }
}
