import { randomUUID } from 'node:crypto'
import type { JWK } from 'jose'
import type { EndpointContext } from '#kernel/context.ts'
import type { TokenPair } from '../../contract.ts'
import type { ClientSession } from '../internal-clients.ts'
import { ACCESS_MILLISECONDS, REFRESH_MILLISECONDS } from '../sessions/lifetimes.ts'
import { ALGORITHM, AUDIENCE, issuerOf } from './signed-tokens.ts'
import { signingKey } from './signing-keys.ts'

/** An access token for a client's session, with its refresh token. */
export async function answerTokens(
  context: Pick<EndpointContext, 'callAsSystem' | 'ports' | 'now'>,
  { sessionId, userId, scopes, refreshToken }: ClientSession,
): Promise<Response> {
  const { ports, now } = context
  const { importJWK, SignJWT } = await import('jose')
  const { kid, privateJwk } = await signingKey(context)
  const issuedAt = Math.floor(now() / 1000)
  const expiresIn = ACCESS_MILLISECONDS / 1000
  const accessToken = await new SignJWT({ sid: sessionId, scope: scopes.join(' '), client_id: sessionId })
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'at+jwt' })
    .setIssuer(issuerOf(ports.site))
    .setAudience(AUDIENCE)
    .setSubject(userId)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresIn)
    .sign(await importJWK(JSON.parse(privateJwk) as JWK, ALGORITHM))
  const pair: TokenPair = {
    accessToken,
    tokenType: 'Bearer',
    expiresIn,
    refreshToken,
    refreshExpiresIn: REFRESH_MILLISECONDS / 1000,
    scopes,
    sessionId,
  }
  return Response.json(pair)
}
