import type { Actor, Role } from '#kernel/actor.ts'
import type { Row } from '#kernel/database/port.ts'
import type { Claims, Identity } from '#kernel/identity.ts'
import { signedTokens } from './clients/signed-tokens.ts'
import { noteUse } from './internal.ts'
import { hashSecret } from './secret.ts'
import { IDLE_MILLISECONDS } from './sessions/lifetimes.ts'

/**
 * No role: no member any more. Subqueries, since a join costs three times as much here, and one a table: `standing` is 0
 * for a user who is not active, 1 for one who is, and 2 for one who also keeps this Daybook.
 */
const PERSON = `c.user_id, c.workspace_id, c.expires_at,
  (SELECT m.role FROM identity_member m WHERE m.user_id = c.user_id AND m.workspace_id = c.workspace_id) AS role,
  (SELECT u.active * (1 + u.instance_admin) FROM identity_user u WHERE u.id = c.user_id) AS standing`

const BY_TOKEN = `SELECT ${PERSON}, c.scopes, c.id AS token_id FROM identity_token c WHERE c.secret_hash = ?`

const SESSION = `SELECT ${PERSON}, c.scopes, c.id AS session_id, c.authenticated_at, c.last_seen_at AS idle_since,
  c.impersonator_id FROM identity_session c`
const BY_SESSION = `${SESSION} WHERE c.secret_hash = ?`
const BY_CLAIMS = `${SESSION} WHERE c.id = ? AND c.kind = 'client'`

/** By the hash of what the caller showed; a revoked or expired secret is nobody. */
export const identity: Identity = {
  lookup(shown) {
    if ('sessionId' in shown) return { sql: BY_CLAIMS, key: shown.sessionId }
    if (shown.bearer) return { sql: BY_TOKEN, key: hashSecret(shown.bearer) }
    return { sql: BY_SESSION, key: hashSecret(shown.session!) }
  },
  toActor(row, shown, now) {
    if (row.role === null || !Number(row.standing) || isOver(row, now)) return null
    return actorOf(row, 'sessionId' in shown ? shown : null)
  },
  signed: signedTokens,
  noteUse,
}

function isOver(row: Row, now: number): boolean {
  if (row.expires_at !== null && Number(row.expires_at) <= now) return true
  return row.idle_since !== undefined && Number(row.idle_since) + IDLE_MILLISECONDS <= now
}

// A token has no columns of a session, and a session none of a token: each column costs on every request.
function actorOf(row: Row, claims: Claims | null): Actor {
  return {
    id: String(row.user_id),
    kind: 'person',
    workspaceId: String(row.workspace_id),
    role: row.role as Role,
    scopes: claims ? claims.scopes : row.scopes === null ? null : scopesOf(String(row.scopes)),
    onBehalfOf: null,
    sessionId: textOrNull(row.session_id),
    tokenId: textOrNull(row.token_id),
    authenticatedAt: row.authenticated_at === undefined ? null : Number(row.authenticated_at),
    instanceAdmin: Number(row.standing) === 2,
    impersonatorId: textOrNull(row.impersonator_id),
  }
}

const scopeLists = new Map<string, string[]>()

/** Most callers have one of a few lists, and every request names its own. */
function scopesOf(json: string): string[] {
  const known = scopeLists.get(json)
  if (known) return known
  const scopes = JSON.parse(json) as string[]
  if (scopeLists.size < MOST_SCOPE_LISTS) scopeLists.set(json, scopes)
  return scopes
}

const MOST_SCOPE_LISTS = 200

const textOrNull = (value: unknown) => (value ?? null) as string | null
