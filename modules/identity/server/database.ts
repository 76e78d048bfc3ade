import { handlersFor } from '#kernel/handlers.ts'

/** The tables of identity. People and workspaces stand above workspaces, so every statement names its person itself. */
export interface IdentityTables {
  identity_user: { id: string; name: string; active: number; created_at: number }
  identity_workspace: { id: string; name: string; created_at: number }
  identity_member: { workspace_id: string; user_id: string; role: string; created_at: number }
  identity_session: {
    id: string
    secret_hash: string
    user_id: string
    workspace_id: string
    user_agent: string
    created_at: number
    expires_at: number
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
  }
  identity_link: {
    secret_hash: string
    user_id: string
    workspace_id: string
    expires_at: number
    used_at: number | null
  }
}

export const { command, query } = handlersFor<IdentityTables>()
