import { toInstant } from '#base/time.ts'
import type { EndpointContext } from '#kernel/context.ts'
import type { ConsentProvider } from '../../contract.ts'
import { beginConsent } from '../internal.ts'
import { consentClient } from './consent-clients.ts'
import { createProof } from './proof.ts'

const LIFE = 10 * 60_000
const PATH = '/api/v1/integrations/callback'

/** Begins a consent: the page of the provider to send a browser to; null where Daybook is not registered there. */
export async function beginAt(
  { actor, callAsSystem, request, ports, now }: EndpointContext,
  provider: ConsentProvider,
  { connectionId, hint }: { connectionId?: string | undefined; hint: string | null },
): Promise<{ url: string; expiresAt: string } | null> {
  const client = consentClient(ports.registrations, provider)
  if (!client) return null
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
  const url = await client.authorizeUrl({ state, challenge, redirectUri, hint })
  return { url, expiresAt: toInstant(expiresAt) }
}
