import type { ConsentProvider } from '../../contract.ts'

/** What a provider gives for a consent or for a refresh. */
export interface Tokens {
  accessToken: string
  /** A new one, where the provider gave one: it takes the place of the former. */
  refreshToken: string | null
  /** Seconds from when it was asked. */
  expiresIn: number
  scopes: string[]
  /** The OpenID Connect statement of who it was; null at a refresh. */
  idToken: string | null
}

export interface Person {
  address: string
  name: string
  picture: string | null
}

/** Daybook as a program at one provider (OAuth 2 with PKCE, RFC 6749, 7636 and 9700). */
export interface ConsentClient {
  provider: ConsentProvider
  /** How the provider names itself when it sends a browser back (RFC 9207); null where it does not. */
  issuer: string | null
  authorizeUrl(of: { state: string; challenge: string; redirectUri: string; hint: string | null }): Promise<string>
  exchange(of: { code: string; verifier: string; redirectUri: string }): Promise<Tokens>
  whoIs(tokens: Tokens): Promise<Person>
  /** Throws `ConsentRefused` where only the owner can help. */
  refresh(refreshToken: string): Promise<Tokens>
  /** Tells the provider that a token is void. One that is void already is fine. */
  revoke(token: string): Promise<void>
}

/** The provider says that this consent holds no longer (`invalid_grant`). */
export class ConsentRefused extends Error {
  constructor() {
    super('The provider refused the consent')
    this.name = 'ConsentRefused'
  }
}

/** The provider could not be asked, or answered nothing of use. It has no cause: what libraries attach holds secrets. */
export class ProviderFailed extends Error {
  constructor(what: string) {
    super(`The provider did not answer as expected: ${what}`)
    this.name = 'ProviderFailed'
  }
}

/** How long a provider may take to answer, in milliseconds. */
export const PROVIDER_MILLISECONDS = 20_000
