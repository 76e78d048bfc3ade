import { createHmac } from 'node:crypto'
import { randomSecret } from '#base/random.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'
import { createSecret, hashSecret } from '../secret.ts'
import { REFRESH_GRACE_MILLISECONDS, REFRESH_MILLISECONDS } from '../sessions/lifetimes.ts'

/** What became of a refresh token that was shown. */
export type Rotation =
  | { kind: 'rotated'; sessionId: string; refreshToken: string }
  | { kind: 'reused'; sessionId: string }
  | { kind: 'unknown' }

/** Writes a refresh token of a session. All tokens of a session are one family. */
export async function insertRefresh(
  db: WriteDatabase<IdentityTables>,
  sessionId: string,
  client: string,
  now: number,
  secret = createSecret('daybook_ref').secret,
): Promise<string> {
  await db
    .insertInto('identity_refresh')
    .values({
      secret_hash: hashSecret(secret),
      session_id: sessionId,
      nonce: randomSecret(),
      client_hash: hashSecret(client),
      created_at: now,
      expires_at: now + REFRESH_MILLISECONDS,
      used_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return secret
}

/**
 * Exchanges a refresh token for its successor. One statement decides who is first; the same client that comes with it
 * again within the grace gets the same successor, since its answer may have been lost or its requests have crossed.
 * Anybody later has a copy (RFC 9700, 4.14).
 */
export async function rotateRefresh(
  db: WriteDatabase<IdentityTables>,
  refreshToken: string,
  client: string,
  now: number,
): Promise<Rotation> {
  const first = await db
    .updateTable('identity_refresh')
    .set({ used_at: now, client_hash: hashSecret(client) })
    .where('secret_hash', '=', hashSecret(refreshToken))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['session_id', 'nonce'])
    .executeTakeFirst()
  if (first) {
    const successor = successorOf(refreshToken, first.nonce)
    await insertRefresh(db, first.session_id, client, now, successor)
    return { kind: 'rotated', sessionId: first.session_id, refreshToken: successor }
  }
  const known = await db
    .selectFrom('identity_refresh')
    .selectAll()
    .where('secret_hash', '=', hashSecret(refreshToken))
    .executeTakeFirst()
  return known ? repeated(known, refreshToken, client, now) : { kind: 'unknown' }
}

/** What a used token is exchanged for again, when it may be. */
export function repeated(
  row: Pick<IdentityTables['identity_refresh'], 'session_id' | 'nonce' | 'client_hash' | 'used_at'>,
  refreshToken: string,
  client: string,
  now: number,
): Rotation {
  if (row.used_at === null) return { kind: 'unknown' }
  const isGrace = row.used_at + REFRESH_GRACE_MILLISECONDS > now && row.client_hash === hashSecret(client)
  if (!isGrace) return { kind: 'reused', sessionId: row.session_id }
  return { kind: 'rotated', sessionId: row.session_id, refreshToken: successorOf(refreshToken, row.nonce) }
}

/** Follows from the token and what only we know, so that it can be answered twice and is stored nowhere. */
function successorOf(refreshToken: string, nonce: string): string {
  return `daybook_ref_${createHmac('sha256', refreshToken).update(`successor ${nonce}`).digest('base64url')}`
}
