import { command } from '../database.ts'
import { takeConsent } from '../internal.ts'
import { ownerOf } from '../policy.ts'

/** Somebody else's consent stays where it is: they may still come back for it. */
export default command(takeConsent, async ({ db, actor, now }, { stateHash, sessionId }) => {
  const row = await db
    .selectFrom('connections_consent')
    .selectAll()
    .where('state_hash', '=', stateHash)
    .where('person_id', '=', ownerOf(actor))
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  // What was begun by a token, such as on the command line, may end in any session of the same person.
  if (!row || (row.session_id !== null && row.session_id !== sessionId)) return { consent: null }

  await db.deleteFrom('connections_consent').where('state_hash', '=', stateHash).execute()
  if (row.expires_at <= now()) return { consent: null }
  return {
    consent: {
      provider: row.provider,
      redirectUri: row.redirect_uri,
      sealedVerifier: row.sealed_verifier,
      connectionId: row.connection_id,
    },
  }
})
