import type { EndpointContext } from '#kernel/context.ts'
import type { Connection } from '../../contract.ts'
import { takeConsent } from '../internal.ts'
import { verifierPlace } from '../vault/places.ts'
import { ConsentRefused, ProviderFailed } from './consent-client.ts'
import { consentClient } from './consent-clients.ts'
import { keepAccount } from './keep-account.ts'
import { hashState } from './proof.ts'

/** What a browser brought back from a provider. */
export interface CameBack {
  state: string
  code?: string | undefined
  iss?: string | undefined
}

export type ConsentFault =
  | 'consent-not-valid'
  | 'consent-declined'
  | 'provider-failed'
  | 'provider-not-configured'
  | 'other-account'

/** Trades the code for tokens and keeps the account, a new one or one that was there. */
export async function finishConsent(
  { actor, callAsSystem, ports, now }: EndpointContext,
  { state, code, iss }: CameBack,
): Promise<Connection | ConsentFault> {
  const stateHash = hashState(state)
  const { consent } = await callAsSystem(takeConsent, { stateHash, sessionId: actor.sessionId })
  if (!consent) return 'consent-not-valid'
  if (code === undefined) return 'consent-declined'
  const client = consentClient(ports.registrations, consent.provider)
  if (!client) return 'provider-not-configured'
  // RFC 9207: a code of another provider is never sent to this one.
  if (iss !== undefined && client.issuer !== null && iss !== client.issuer) return 'consent-not-valid'

  const verifier = ports.sealer.open(consent.sealedVerifier, verifierPlace(stateHash))
  const asked = now()
  try {
    const tokens = await client.exchange({ code, verifier, redirectUri: consent.redirectUri })
    return await keepAccount({ callAsSystem, ports }, client, { tokens, asked, connectionId: consent.connectionId })
  } catch (cause) {
    if (cause instanceof ConsentRefused) return 'consent-not-valid'
    if (cause instanceof ProviderFailed) return 'provider-failed'
    throw cause
  }
}
