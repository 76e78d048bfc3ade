import type { Registration } from '#kernel/ports.ts'
import {
  ConsentRefused,
  PROVIDER_MILLISECONDS,
  ProviderFailed,
  type ConsentClient,
  type Tokens,
} from './consent-client.ts'

const SCOPES = [
  'openid',
  'email',
  'profile',
  'offline_access',
  'https://outlook.office.com/IMAP.AccessAsUser.All',
  'https://outlook.office.com/SMTP.Send',
]

/** Microsoft's v2 endpoints, for accounts of people and of organisations alike. */
export function createMicrosoftClient({ clientId, clientSecret, baseUrl }: Registration): ConsentClient {
  const base = `${baseUrl ?? 'https://login.microsoftonline.com/common'}/oauth2/v2.0`
  const client = { client_id: clientId, ...(clientSecret !== null && { client_secret: clientSecret }) }
  const ask = async (fields: Record<string, string>): Promise<Tokens> => {
    const response = await fetch(`${base}/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...client, scope: SCOPES.join(' '), ...fields }),
      redirect: 'error',
      signal: AbortSignal.timeout(PROVIDER_MILLISECONDS),
    }).catch(() => null)
    const answer = (await response?.json().catch(() => null)) as Record<string, unknown> | null
    if (response?.ok && answer) return toTokens(answer)
    const code = typeof answer?.error === 'string' ? answer.error.slice(0, 100) : null
    if (code === 'invalid_grant' || code === 'interaction_required') throw new ConsentRefused()
    throw new ProviderFailed(code ?? `token ${response?.status ?? 'not reached'}`)
  }

  return {
    provider: 'microsoft',
    issuer: null,
    async authorizeUrl({ state, challenge, redirectUri, hint }) {
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        response_mode: 'query',
        redirect_uri: redirectUri,
        scope: SCOPES.join(' '),
        state,
        prompt: 'select_account',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...(hint !== null && { login_hint: hint }),
      })
      return `${base}/authorize?${query}`
    },
    exchange: ({ code, verifier, redirectUri }) =>
      ask({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }),
    async whoIs({ idToken }) {
      const claims = claimsOf(idToken)
      const address = claims.email ?? claims.preferred_username
      if (typeof address !== 'string' || !address.includes('@')) throw new ProviderFailed('no address')
      return { address, name: typeof claims.name === 'string' && claims.name ? claims.name : address, picture: null }
    },
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    // Microsoft has no endpoint for it: people take consent back at https://account.live.com/consent/Manage.
    revoke: async () => undefined,
  }
}

function toTokens({ access_token, refresh_token, expires_in, scope, id_token }: Record<string, unknown>): Tokens {
  if (typeof access_token !== 'string') throw new ProviderFailed('no access token')
  return {
    accessToken: access_token,
    refreshToken: typeof refresh_token === 'string' ? refresh_token : null,
    expiresIn: Number(expires_in) > 0 ? Number(expires_in) : 3600,
    scopes: typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [],
    idToken: typeof id_token === 'string' ? id_token : null,
  }
}

/** It came from the provider itself over TLS, so that its signature adds nothing (OpenID Connect Core, 3.1.3.7). */
function claimsOf(idToken: string | null): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(idToken!.split('.')[1]!, 'base64url').toString('utf8')) as Record<string, unknown>
  } catch {
    throw new ProviderFailed('no id token')
  }
}
