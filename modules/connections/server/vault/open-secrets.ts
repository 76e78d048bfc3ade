import type { Sealer } from '#kernel/ports.ts'
import type { SecretKind } from '../database.ts'
import { DATA_KEY_PLACE, secretPlace } from './places.ts'

/** A secret as it is read from the vault, with the key it lies under. */
export interface SealedSecret {
  kind: SecretKind
  sealed: string
  wrapped: string
  expiresAt: number | null
  updatedAt: number
}

/** A secret in the clear: for the wire to its provider, and nowhere else. */
export interface OpenSecret {
  value: string
  expiresAt: number | null
  updatedAt: number
}

/** Opens the secrets of one account, by kind. */
export function openSecrets(
  sealer: Sealer,
  of: { workspaceId: string; connectionId: string },
  secrets: readonly SealedSecret[],
): Partial<Record<SecretKind, OpenSecret>> {
  return Object.fromEntries(
    secrets.map(({ kind, sealed, wrapped, expiresAt, updatedAt }) => {
      const place = secretPlace(of.workspaceId, of.connectionId, kind)
      return [kind, { value: sealer.withKey(wrapped, DATA_KEY_PLACE).open(sealed, place), expiresAt, updatedAt }]
    }),
  )
}
