import type { Actor, Role } from '#kernel/actor.ts'
import type { Row } from '#kernel/database/port.ts'
import type { Identity } from '#kernel/identity.ts'
import { hashSecret } from './secret.ts'

const MEMBER = `JOIN identity_user u ON u.id = c.user_id AND u.active = 1
  JOIN identity_member m ON m.user_id = c.user_id AND m.workspace_id = c.workspace_id`

const BY_TOKEN = `SELECT c.user_id, c.workspace_id, c.scopes, c.expires_at, m.role, NULL AS session_id
  FROM identity_token c ${MEMBER} WHERE c.secret_hash = ?`

const BY_SESSION = `SELECT c.user_id, c.workspace_id, NULL AS scopes, c.expires_at, m.role, c.id AS session_id
  FROM identity_session c ${MEMBER} WHERE c.secret_hash = ?`

/** One prepared statement by the hash of what the caller showed; a revoked or expired secret is nobody. */
export const identity: Identity = {
  async identify(transaction, { bearer, session }, now) {
    const row = bearer
      ? await transaction.get(BY_TOKEN, hashSecret(bearer))
      : session
        ? await transaction.get(BY_SESSION, hashSecret(session))
        : undefined
    if (!row || (row.expires_at !== null && Number(row.expires_at) <= now)) return null
    return toActor(row)
  },
}

function toActor(row: Row): Actor {
  return {
    id: String(row.user_id),
    kind: 'person',
    workspaceId: String(row.workspace_id),
    role: row.role as Role,
    scopes: row.scopes === null ? null : JSON.parse(String(row.scopes)),
    onBehalfOf: null,
    sessionId: row.session_id as string | null,
  }
}
