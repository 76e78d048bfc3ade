import { toInstant } from '#base/time.ts'
import { endpoint } from '#kernel/handlers.ts'
import { authorize, readConnection } from '../../contract.ts'
import { consentClient } from '../consent/consent-clients.ts'
import { createProof } from '../consent/proof.ts'
import { beginConsent } from '../internal.ts'

const LIFE = 10 * 60_000
const PATH = '/api/v1/integrations/callback'

export default endpoint(authorize, async (context, { provider, connectionId, hint }) => {
  const { actor, callAsSystem, request, ports, now, fail } = context
  const again = connectionId === undefined ? null : await callAsSystem(readConnection, { id: connectionId })
  const client = consentClient(ports.registrations, provider)
  if (!client) return fail('provider-not-configured')

  // The browser comes back where it is: the public address, or this machine at the port that it talks to (RFC 8252).
  const redirectUri = `${ports.site.publicUrl ?? new URL(request.url).origin}${PATH}`
  const { state, stateHash, verifier, challenge } = createProof()
  const expiresAt = now() + LIFE
  await callAsSystem(beginConsent, {
    stateHash,
    verifier,
    provider,
    redirectUri,
    sessionId: actor.sessionId,
    ...(connectionId !== undefined && { connectionId }),
    expiresAt,
  })
  const url = await client.authorizeUrl({ state, challenge, redirectUri, hint: hint ?? again?.address ?? null })
  return Response.json({ url, expiresAt: toInstant(expiresAt) })
})
