import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'
import { createSecret } from '../secret.ts'
import { CLIENT_SESSION_MILLISECONDS, SESSION_MILLISECONDS } from './lifetimes.ts'

/** Whose session it is and what it is called in their list. */
export interface NewSession {
  userId: string
  workspaceId: string
  userAgent: string
  kind?: 'web' | 'client'
  client?: string | undefined
  scopes?: readonly string[] | undefined
}

/** Writes a session. The secret is the cookie's value; a client's session has none that anybody gets. */
export async function insertSession(
  db: WriteDatabase<IdentityTables>,
  session: NewSession,
  now: number,
): Promise<{ id: string; secret: string; expiresAt: number }> {
  const { secret, hash } = createSecret('daybook_ses')
  const id = uuidv7()
  const { kind = 'web' } = session
  const expiresAt = now + (kind === 'web' ? SESSION_MILLISECONDS : CLIENT_SESSION_MILLISECONDS)
  await db
    .insertInto('identity_session')
    .values({
      id,
      secret_hash: hash,
      user_id: session.userId,
      workspace_id: session.workspaceId,
      user_agent: session.userAgent,
      created_at: now,
      expires_at: expiresAt,
      kind,
      name: session.client ?? null,
      scopes: session.scopes ? JSON.stringify(session.scopes) : null,
      authenticated_at: now,
      last_seen_at: now,
    })
    .execute()
  return { id, secret, expiresAt }
}
