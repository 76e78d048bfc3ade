import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Site } from '#kernel/ports.ts'
import { CHALLENGE_MILLISECONDS } from '../sessions/lifetimes.ts'
import { relyingPartyOf } from './relying-party.ts'

/** What a browser needs to use a passkey: one of these, or any it has for us. Null where passkeys cannot be used. */
export async function requestOptionsFor(
  request: Request,
  site: Site,
  passkeys: readonly { credentialId: string; transports: readonly string[] }[],
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const party = relyingPartyOf(request, site)
  if (!party) return null
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  return generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout: CHALLENGE_MILLISECONDS,
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transports as AuthenticatorTransport[],
    })),
  })
}

type AuthenticatorTransport = NonNullable<
  NonNullable<PublicKeyCredentialRequestOptionsJSON['allowCredentials']>[number]['transports']
>[number]
