import { endpoint } from '#kernel/handlers.ts'
import { readConnection, storeTokens } from '../../contract.ts'
import { ConsentRefused, ProviderFailed } from '../consent/consent-client.ts'
import { consentClient } from '../consent/consent-clients.ts'
import { keepAccount } from '../consent/keep-account.ts'

/** The token is used once before it is kept: one that another client got, or that is void, is refused here. */
export default endpoint(storeTokens, async (context, { provider, refreshToken, connectionId }) => {
  const { callAsSystem, ports, now, fail } = context
  if (connectionId !== undefined) await callAsSystem(readConnection, { id: connectionId })
  const client = consentClient(ports.registrations, provider)
  if (!client) return fail('provider-not-configured')

  const asked = now()
  try {
    const fresh = await client.refresh(refreshToken)
    const tokens = { ...fresh, refreshToken: fresh.refreshToken ?? refreshToken }
    const kept = await keepAccount(context, client, { tokens, asked, connectionId: connectionId ?? null })
    return kept === 'other-account' ? fail(kept) : Response.json(kept)
  } catch (cause) {
    if (cause instanceof ConsentRefused) return fail('token-refused')
    if (cause instanceof ProviderFailed) return fail('provider-failed')
    throw cause
  }
})
