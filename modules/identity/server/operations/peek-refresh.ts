import { findClientSession } from '../clients/find-client-session.ts'
import { repeated } from '../clients/refresh-tokens.ts'
import { query } from '../database.ts'
import { peekRefresh } from '../internal-clients.ts'
import { hashSecret } from '../secret.ts'

export default query(peekRefresh, async ({ db, now }, { refreshToken, client }) => {
  const row = await db
    .selectFrom('identity_refresh')
    .selectAll()
    .where('secret_hash', '=', hashSecret(refreshToken))
    .executeTakeFirst()
  const rotation = row ? repeated(row, refreshToken, client, now()) : null
  if (rotation?.kind !== 'rotated') return { session: null }
  const session = await findClientSession(db, rotation.sessionId, now())
  if (!session) return { session: null }
  const { workspaceId: _, ...rest } = session
  return { session: { ...rest, refreshToken: rotation.refreshToken } }
})
