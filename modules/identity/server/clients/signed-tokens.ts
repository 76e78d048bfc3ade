import type { JWK } from 'jose'
import type { Claims, SignedTokens } from '#kernel/identity.ts'
import type { Site } from '#kernel/ports.ts'
import { ACCESS_MILLISECONDS } from '../sessions/lifetimes.ts'

/** The one algorithm that is signed with and accepted (RFC 8037). What a token says of its algorithm decides nothing. */
export const ALGORITHM = 'EdDSA'
export const AUDIENCE = 'daybook-api'
/** A key that is retired verifies until its last token has run out. */
const KEY = 'SELECT public_jwk FROM identity_signing_key WHERE kid = ? AND (retired_at IS NULL OR retired_at > ?)'

/** Who issues the tokens of an instance. */
export function issuerOf({ publicUrl }: Site): string {
  return publicUrl ?? 'urn:daybook:local'
}

/** Access tokens of API clients (RFC 7519, RFC 9068). */
export const signedTokens: SignedTokens = {
  looksSigned: (bearer) => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(bearer),

  async verify(bearer, { read, site, now }) {
    const { decodeProtectedHeader, jwtVerify, errors } = await import('jose')
    try {
      const { kid } = decodeProtectedHeader(bearer)
      if (typeof kid !== 'string') return null
      const row = await read(async (transaction) => transaction.get(KEY, kid, now - ACCESS_MILLISECONDS))
      if (!row) return null
      const { payload } = await jwtVerify(bearer, JSON.parse(String(row.public_jwk)) as JWK, {
        algorithms: [ALGORITHM],
        typ: 'at+jwt',
        issuer: issuerOf(site),
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'sub', 'sid'],
        currentDate: new Date(now),
      })
      return toClaims(payload)
    } catch (cause) {
      if (cause instanceof errors.JOSEError || cause instanceof TypeError || cause instanceof SyntaxError) return null
      throw cause
    }
  },
}

function toClaims({ sid, scope }: Record<string, unknown>): Claims | null {
  if (typeof sid !== 'string' || typeof scope !== 'string') return null
  return { sessionId: sid, scopes: scope.split(' ').filter(Boolean) }
}
