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
  const found = row && (await findClientSession(db, row.session_id, now()))
  if (!found) return { session: null, owner: null }

  const { workspaceId, ...session } = found
  const owner = { userId: session.userId, workspaceId }
  const rotation = repeated(row, refreshToken, client, now())
  if (rotation.kind !== 'rotated') return { session: null, owner }
  return { session: { ...session, refreshToken: rotation.refreshToken }, owner }
})
