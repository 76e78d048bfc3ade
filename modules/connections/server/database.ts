import { handlersFor } from '#kernel/handlers.ts'
import type { ConnectionState, ConsentProvider, Provider } from '../contract.ts'

/** The tables of connections. Those of the vault belong to the whole of Daybook: they are sealed and turned over together. */
export interface ConnectionsTables {
  connections_connection: ConnectionRow
  /** Whose account an id is, for what starts work of everybody. */
  connections_directory: { connection_id: string; workspace_id: string; owner_id: string }
  connections_data_key: DataKeyRow
  connections_secret: SecretRow
  /** Who refreshes an account's access now, across processes. */
  connections_lease: { connection_id: string; holder: string; until: number }
  connections_consent: ConsentRow
  connections_revocation: RevocationRow
}

export interface ConnectionRow {
  id: string
  owner_id: string
  rev: number
  provider: Provider
  address: string
  /** The address in lower case: an account is connected once a person. */
  address_key: string
  name: string
  picture: string | null
  /** `string[]` as JSON. */
  scopes: string
  state: ConnectionState
  /** `ConnectionProblem` as JSON. */
  problem: string | null
  last_sync_at: number | null
  window_since: number | null
  window_count: number | null
  interval_minutes: number
  /** `Server` as JSON. */
  imap: string | null
  smtp: string | null
  created_at: number
}

/** A data key, sealed under the key of this Daybook. */
export interface DataKeyRow {
  id: string
  wrapped: string
  is_current: number
  created_at: number
}

/** What is kept of an account: `access-token` expires, the others do not by themselves. */
export type SecretKind = 'password' | 'smtp-password' | 'refresh-token' | 'access-token'

export interface SecretRow {
  connection_id: string
  kind: SecretKind
  workspace_id: string
  key_id: string
  sealed: string
  expires_at: number | null
  updated_at: number
}

/** A consent that was begun and waits for the browser to come back. */
export interface ConsentRow {
  state_hash: string
  person_id: string
  workspace_id: string
  session_id: string | null
  provider: ConsentProvider
  redirect_uri: string
  sealed_verifier: string
  connection_id: string | null
  expires_at: number
}

/** A token of a removed account, until its provider knows that it is void. */
export interface RevocationRow {
  id: string
  workspace_id: string
  provider: ConsentProvider
  key_id: string
  sealed: string
  created_at: number
}

export const { command, query } = handlersFor<ConnectionsTables>()
