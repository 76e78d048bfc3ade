import type { SecretKind } from '../database.ts'

/** Where data keys are sealed for. Two that changed places are found out by the id that sealed texts name. */
export const DATA_KEY_PLACE = 'connections_data_key.wrapped'

/** A secret opens in its own workspace, account and kind alone. */
export const secretPlace = (workspaceId: string, connectionId: string, kind: SecretKind): string =>
  `connections_secret.sealed.${workspaceId}.${connectionId}.${kind}`

export const verifierPlace = (stateHash: string): string => `connections_consent.sealed_verifier.${stateHash}`

export const revocationPlace = (id: string): string => `connections_revocation.sealed.${id}`
