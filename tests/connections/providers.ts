import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import type { Registration } from '#kernel/ports.ts'
import type { ConsentProvider } from '#modules/connections/contract.ts'

export const CLIENT_SECRET = 'client-canary-71c0ffee'
const CALLBACK = 'http://localhost/api/v1/integrations/callback'
const CONSENT_PATHS = { google: '/o/oauth2/v2/auth/callback', microsoft: '/oauth2/v2.0/authorize/callback' }

/** An emulated provider as a real server, with a gate before it that counts what is asked and can be shut. */
export interface TestProvider extends AsyncDisposable {
  registration: Registration
  /** Requests to refresh, so far. */
  refreshes(): number
  /** Tokens that the provider gave so far. */
  given: string[]
  /** Tokens that were sent to be revoked. */
  revoked: string[]
  /** Whether the provider does not answer. */
  shut: boolean
  /** Milliseconds that it takes over an answer. */
  pause: number
  /** Seconds that it says its tokens live, where that is not what it says by itself. */
  life: number | null
  /** Consents as a person would in a browser; answers where the browser is sent back to. */
  consent(url: string, email?: string): Promise<string>
  /** Voids all tokens, as a person does at the provider. */
  forget(): void
}

/** Starts one; browsers come back from it to `callback`. */
export async function startProvider(service: ConsentProvider, callback = CALLBACK): Promise<TestProvider> {
  const users = ['ada@example.test', 'grace@example.test'].map((email) => ({
    email,
    name: `The ${email.split('@')[0]}`,
  }))
  const client = { client_id: 'daybook', client_secret: CLIENT_SECRET, name: 'Daybook', redirect_uris: [callback] }
  const emulator = await createEmulator({
    service,
    port: 0,
    hostname: '127.0.0.1',
    seed: { [service]: { users, oauth_clients: [client] } },
  })
  const behind = new URL(emulator.url)
  let refreshes = 0
  const gate = createServer((asked, answer) => {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('end', () => {
      const body = Buffer.concat(parts).toString()
      if (body.includes('grant_type=refresh_token')) refreshes += 1
      if (asked.url?.includes('revoke'))
        provider.revoked.push(new URLSearchParams(body || asked.url.split('?')[1]).get('token') ?? '')
      if (provider.shut) return void answer.writeHead(503).end()
      const { method, url, headers } = asked
      const on = request({ hostname: '127.0.0.1', port: behind.port, method, path: url, headers }, (response) => {
        const answered: Buffer[] = []
        response.on('data', (part: Buffer) => answered.push(part))
        response.on('end', () => {
          const text = Buffer.concat(answered)
          provider.given.push(...tokensIn(text.toString()))
          const told = provider.life === null ? text : shortened(text, provider.life)
          setTimeout(() => answer.writeHead(response.statusCode ?? 500, response.headers).end(told), provider.pause)
        })
      })
      on.end(body)
    })
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`

  const provider: TestProvider = {
    registration: { clientId: 'daybook', clientSecret: CLIENT_SECRET, baseUrl },
    refreshes: () => refreshes,
    given: [],
    revoked: [],
    shut: false,
    pause: 0,
    life: null,
    async consent(url, email = 'ada@example.test') {
      const asked = new URL(url)
      const response = await fetch(baseUrl + CONSENT_PATHS[service], {
        method: 'POST',
        body: new URLSearchParams({ email, ...Object.fromEntries(asked.searchParams) }),
        redirect: 'manual',
      })
      return response.headers.get('location')!
    },
    forget: () => void emulator.reset(),
    async [Symbol.asyncDispose]() {
      gate.closeAllConnections()
      await new Promise((resolve) => gate.close(resolve))
      await emulator.close()
    },
  }
  return provider
}

// Of the same length, as its header says.
function shortened(text: Buffer, life: number): Buffer {
  const told = (all: string, name: string) => `${name}${String(life).padStart(all.length - name.length)}`
  return Buffer.from(text.toString().replace(/("expires_in":)\d+/, told))
}

function tokensIn(text: string): string[] {
  return [...text.matchAll(/"(?:access_token|refresh_token)":"([^"]+)"/g)].map(([, token]) => token!)
}
