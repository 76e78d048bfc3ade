import type { EndpointContext } from '#kernel/context.ts'
import type { PasskeyAssertion } from '../../contract.ts'
import { findPasskey } from '../internal-factors.ts'
import { relyingPartyOf } from './relying-party.ts'

/** Whose passkey answered, to be used up with the session that it opens. */
export interface CheckedPasskey {
  userId: string
  passkeyId: string
  passkeyCounter: number
}

/** Checks what a browser answered to a challenge (WebAuthn level 3, 7.2). Null when it does not hold. */
export async function checkAssertion(
  { callAsSystem, request, ports }: Pick<EndpointContext, 'callAsSystem' | 'request' | 'ports'>,
  credential: PasskeyAssertion,
  challenge: string,
): Promise<CheckedPasskey | null> {
  const party = relyingPartyOf(request, ports.site)
  const { found } = await callAsSystem(findPasskey, { credentialId: credential.id })
  if (!party || !found || challenge === '') return null
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: found.credentialId,
        publicKey: new Uint8Array(Buffer.from(found.publicKey, 'base64url')),
        counter: found.counter,
      },
    })
    if (!verified) return null
    return { userId: found.userId, passkeyId: found.id, passkeyCounter: authenticationInfo.newCounter }
  } catch {
    // The library says by throwing what does not fit; to whoever sent it, all of it is one refusal.
    return null
  }
}
