import type { PasskeyRegistration } from '../../contract.ts'
import type { RelyingParty } from './relying-party.ts'

/** Checks a passkey that a browser made for a challenge (WebAuthn level 3, 7.1). Null when it does not hold. */
export async function checkRegistration(party: RelyingParty, credential: PasskeyRegistration, challenge: string) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: credential as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: credential.response.transports ?? [],
      synced: registrationInfo.credentialBackedUp,
    }
  } catch {
    // The library says by throwing what does not fit; to whoever sent it, all of it is one refusal.
    return null
  }
}
