import type { Actor, Role } from '#kernel/actor.ts'
import type { Row } from '#kernel/database/port.ts'
import type { Identity } from '#kernel/identity.ts'
import { hashSecret } from './secret.ts'

/** No role: the user is not active, or no member any more. Subqueries, since a join costs three times as much here. */
const ROLE = `(SELECT m.role FROM identity_member m WHERE m.user_id = c.user_id AND m.workspace_id = c.workspace_id
  AND (SELECT u.active FROM identity_user u WHERE u.id = c.user_id) = 1) AS role`

const BY_TOKEN = `SELECT c.user_id, c.workspace_id, c.scopes, c.expires_at, ${ROLE}, NULL AS session_id
  FROM identity_token c WHERE c.secret_hash = ?`

const BY_SESSION = `SELECT c.user_id, c.workspace_id, NULL AS scopes, c.expires_at, ${ROLE}, c.id AS session_id
  FROM identity_session c WHERE c.secret_hash = ?`

/** One prepared statement by the hash of what the caller showed; a revoked or expired secret is nobody. */
export const identity: Identity = {
  async identify(transaction, { bearer, session }, now) {
    const row = bearer
      ? await transaction.get(BY_TOKEN, hashSecret(bearer))
      : session
        ? await transaction.get(BY_SESSION, hashSecret(session))
        : undefined
    if (!row || row.role === null || (row.expires_at !== null && Number(row.expires_at) <= now)) return null
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
