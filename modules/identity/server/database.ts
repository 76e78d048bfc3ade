import type { ColumnType, Generated } from 'kysely'
import { handlersFor } from '#kernel/handlers.ts'

/** The tables of identity. People and workspaces stand above workspaces, so every statement names its person itself. */
export interface IdentityTables {
  identity_user: {
    id: string
    name: string
    active: number
    created_at: number
    /** In lower case. */
    email: Nullable<string>
    email_verified_at: Nullable<number>
    /** PHC string. */
    password_hash: Nullable<string>
    instance_admin: Generated<number>
    deleted_at: Nullable<number>
  }
  identity_workspace: {
    id: string
    name: string
    created_at: number
    deleted_at: Nullable<number>
    erased_at: Nullable<number>
  }
  identity_member: { workspace_id: string; user_id: string; role: string; created_at: number }
  /** Who left, was removed, or was a member of a workspace when it was deleted. */
  identity_former_member: {
    workspace_id: string
    user_id: string
    role: string
    created_at: number
    left_at: number
  }
  identity_invitation: {
    id: string
    workspace_id: string
    email: string
    role: string
    invited_by: string
    state: 'open' | 'accepted' | 'revoked'
    mail_id: Nullable<string>
    created_at: number
    expires_at: number
    decided_at: Nullable<number>
  }
  /** An invitation has a secret for the mail and one for whoever hands it over; all of them end with it. */
  identity_invitation_secret: { secret_hash: string; invitation_id: string }
  identity_session: {
    id: string
    secret_hash: string
    user_id: string
    workspace_id: string
    user_agent: string
    created_at: number
    expires_at: number
    kind: Generated<'web' | 'client'>
    /** What a client calls itself. */
    name: Nullable<string>
    scopes: Nullable<string>
    authenticated_at: number
    last_seen_at: number
    /** The administrator who acts as the user, and the session they came from. */
    impersonator_id: Nullable<string>
    parent_id: Nullable<string>
  }
  identity_token: {
    id: string
    secret_hash: string
    user_id: string
    workspace_id: string
    name: string
    scopes: string
    created_at: number
    expires_at: number | null
    /** To the minute: a note each request would cost more than the request. */
    last_used_at: Nullable<number>
  }
  identity_link: {
    secret_hash: string
    user_id: string
    workspace_id: string
    expires_at: number
    used_at: number | null
  }
  /** Accounts that wait for their address to be proved; nobody can sign in to them. */
  identity_registration: {
    secret_hash: string
    email: string
    name: string
    password_hash: string
    expires_at: number
  }
  identity_mail_link: {
    secret_hash: string
    user_id: string
    purpose: 'verify' | 'reset'
    email: string
    /** It came by mail: whoever has it reads mail to that address. */
    mailed: Generated<number>
    expires_at: number
  }
  /** Failed tries by what they were made against: an account, known or not. */
  identity_attempt: { key: string; failures: number; last_at: number; locked_until: number }
  identity_challenge: {
    secret_hash: string
    purpose: ChallengePurpose
    user_id: string | null
    value: string
    expires_at: number
  }
  identity_totp: { user_id: string; sealed_secret: string; confirmed_at: number | null; last_step: number }
  identity_recovery_code: { user_id: string; code_hash: string }
  identity_passkey: {
    id: string
    user_id: string
    credential_id: string
    public_key: string
    counter: number
    transports: string
    synced: number
    name: string
    created_at: number
    last_used_at: number | null
  }
  identity_refresh: {
    secret_hash: string
    session_id: string
    nonce: string
    client_hash: string
    created_at: number
    expires_at: number
    used_at: number | null
  }
  identity_signing_key: {
    kid: string
    public_jwk: string
    sealed_private: string
    created_at: number
    retired_at: number | null
  }
  identity_mail: {
    id: string
    kind: string
    sealed: string
    state: 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'not-configured'
    created_at: number
    sent_at: number | null
  }
}

export type ChallengePurpose = 'login' | 'passkey-register' | 'passkey-sign-in'

/** A column that an insert may leave out. */
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>

export const { command, query } = handlersFor<IdentityTables>()
