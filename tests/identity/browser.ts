import type { TestApp } from '#testing/test-app.ts'

/** A browser without a screen: it keeps its cookie and sends JSON, as pages do. */
export interface Browser {
  cookie: string
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

export interface Answer {
  status: number
  headers: Headers
  body: any
}

/** Opens a browser at `http://localhost`. */
export function openBrowser(app: TestApp, origin = 'http://localhost'): Browser {
  const browser: Browser = {
    cookie: '',
    async send(method, path, body, headers = {}) {
      const response = await app.fetch(new URL(`/api/v1${path}`, origin).href, {
        method,
        anonymous: true,
        headers: {
          origin,
          'user-agent': 'A browser',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(browser.cookie && { cookie: browser.cookie }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const cookie = response.headers.get('set-cookie')
      if (cookie !== null) browser.cookie = cookie.split(';')[0]!
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
    },
  }
  return browser
}

/** A browser of the owner, who came by link. */
export async function openOwnersBrowser(app: TestApp): Promise<Browser> {
  const browser = openBrowser(app)
  const { status } = await browser.send('POST', '/auth/link', { secret: await app.daybook.createSignInSecret() })
  if (status !== 200) throw new Error(`The link was refused: ${status}`)
  return browser
}

export const EMAIL = 'ada@example.test'
export const PASSWORD = 'river otter lamp'

/** A browser of the owner, who has a password. */
export async function openWithPassword(app: TestApp): Promise<Browser> {
  const browser = await openOwnersBrowser(app)
  const { status, body } = await browser.send('PUT', '/auth/password', {
    email: EMAIL,
    name: 'Ada',
    password: PASSWORD,
  })
  if (status !== 200) throw new Error(`The password was refused: ${JSON.stringify(body)}`)
  return browser
}
