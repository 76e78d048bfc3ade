import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { beginConsent } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { verifierPlace } from '../vault/places.ts'

export default command(beginConsent, async ({ db, actor, sealer, fail, now }, input) => {
  const { stateHash, verifier, provider, redirectUri, sessionId, connectionId, expiresAt } = input
  if (connectionId !== undefined && !(await findConnection(db, actor, connectionId)))
    return fail('connection-not-found')

  await db.deleteFrom('connections_consent').where('expires_at', '<=', now()).execute()
  await db
    .insertInto('connections_consent')
    .values({
      state_hash: stateHash,
      person_id: ownerOf(actor),
      workspace_id: actor.workspaceId,
      session_id: sessionId,
      provider,
      redirect_uri: redirectUri,
      sealed_verifier: sealer.seal(verifier, verifierPlace(stateHash)),
      connection_id: connectionId ?? null,
      expires_at: expiresAt,
    })
    .execute()
  return {}
})
