import type { OAuth2Client } from 'google-auth-library'
import type { Registration } from '#kernel/ports.ts'
import {
  ConsentRefused,
  PROVIDER_MILLISECONDS,
  ProviderFailed,
  type ConsentClient,
  type Tokens,
} from './consent-client.ts'

const IDENTITY = ['openid', 'email', 'profile']
/** The mail servers and all of the API. */
const MAIL = ['https://mail.google.com/']
const ISSUER = 'https://accounts.google.com'

/** Google's endpoints, by Google's own library. */
export function createGoogleClient({
  clientId,
  clientSecret,
  baseUrl,
  mailScopes = MAIL,
}: Registration): ConsentClient {
  const open = async (): Promise<OAuth2Client> => {
    const { OAuth2Client: Client } = await import('google-auth-library')
    return new Client({
      clientId,
      ...(clientSecret !== null && { clientSecret }),
      transporterOptions: { timeout: PROVIDER_MILLISECONDS, retry: false },
      ...(baseUrl !== null && {
        endpoints: {
          oauth2AuthBaseUrl: `${baseUrl}/o/oauth2/v2/auth`,
          oauth2TokenUrl: `${baseUrl}/oauth2/token`,
          oauth2RevokeUrl: `${baseUrl}/oauth2/revoke`,
        },
      }),
    })
  }
  const userinfo = `${baseUrl ?? 'https://www.googleapis.com'}/oauth2/v2/userinfo`

  return {
    provider: 'google',
    issuer: baseUrl === null ? ISSUER : null,
    async authorizeUrl({ state, challenge, redirectUri, hint }) {
      const [client, { CodeChallengeMethod }] = await Promise.all([open(), import('google-auth-library')])
      return client.generateAuthUrl({
        redirect_uri: redirectUri,
        scope: [...IDENTITY, ...mailScopes],
        state,
        access_type: 'offline',
        // Without it a second consent brings no refresh token.
        prompt: 'consent',
        code_challenge: challenge,
        code_challenge_method: CodeChallengeMethod.S256,
        ...(hint !== null && { login_hint: hint }),
      })
    },
    async exchange({ code, verifier, redirectUri }) {
      const client = await open()
      const { tokens } = await client
        .getToken({ code, codeVerifier: verifier, redirect_uri: redirectUri })
        .catch(toProviderFault)
      return toTokens(tokens)
    },
    async whoIs({ accessToken }) {
      const response = await fetch(userinfo, {
        headers: { authorization: `Bearer ${accessToken}` },
        redirect: 'error',
        signal: AbortSignal.timeout(PROVIDER_MILLISECONDS),
      }).catch(() => null)
      if (!response?.ok) throw new ProviderFailed(`userinfo ${response?.status ?? 'not reached'}`)
      const { email, name, picture } = (await response.json()) as Record<string, unknown>
      if (typeof email !== 'string') throw new ProviderFailed('userinfo without an address')
      return {
        address: email,
        name: typeof name === 'string' && name !== '' ? name : email,
        picture: typeof picture === 'string' && picture.startsWith('https://') ? picture : null,
      }
    },
    async refresh(refreshToken) {
      const client = await open()
      client.setCredentials({ refresh_token: refreshToken })
      const { credentials } = await client.refreshAccessToken().catch(toProviderFault)
      const tokens = toTokens(credentials)
      return { ...tokens, refreshToken: tokens.refreshToken === refreshToken ? null : tokens.refreshToken }
    },
    async revoke(token) {
      const client = await open()
      await client.revokeToken(token).catch((cause: unknown) => {
        // 400 says that it is void already.
        if (statusOf(cause) !== 400) throw new ProviderFailed(`revoke ${statusOf(cause)}`)
      })
    },
  }
}

interface Credentials {
  access_token?: string | null
  refresh_token?: string | null
  expiry_date?: number | null
  scope?: string
  id_token?: string | null
}

function toTokens({ access_token, refresh_token, expiry_date, scope, id_token }: Credentials): Tokens {
  if (!access_token) throw new ProviderFailed('no access token')
  return {
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    expiresIn: expiry_date ? Math.max(0, Math.round((expiry_date - Date.now()) / 1000)) : 3600,
    scopes: scope?.split(' ').filter(Boolean) ?? [],
    idToken: id_token ?? null,
  }
}

/** The library's errors carry the request with its secrets: nothing of them goes on. */
function toProviderFault(cause: unknown): never {
  const code = (cause as { response?: { data?: { error?: unknown } } }).response?.data?.error
  if (code === 'invalid_grant') throw new ConsentRefused()
  throw new ProviderFailed(typeof code === 'string' ? code.slice(0, 100) : `token ${statusOf(cause)}`)
}

function statusOf(cause: unknown): number | string {
  return (cause as { response?: { status?: number } }).response?.status ?? 'not reached'
}
