import type { Actor, Role } from '#kernel/actor.ts'
import { createToken, createUser } from '../../contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'

/** A Daybook of people alone, for tests. */
export function openPeopleApp(options: Omit<TestAppOptions, 'modules'> = {}): Promise<TestApp> {
  return openAppOf(['identity'], options)
}

/** Somebody with an account and a membership, unlike `app.person`. */
export async function addPerson(app: TestApp, name: string, role: Role = 'member'): Promise<Actor> {
  const { id } = await app.call(createUser, { name, email: `${name.toLowerCase()}@example.org`, role })
  return { ...app.owner, id, role, instanceAdmin: false }
}

/** A bearer token of a person. */
export async function tokenOf(app: TestApp, actor: Actor): Promise<string> {
  const made = (await app.as(actor).call(createToken, { name: 'Test' })) as { token: string }
  return made.token
}

/** The HTTP status that a token gets at a path. */
export async function statusOf(app: TestApp, token: string, path = '/api/v1/me'): Promise<number> {
  const response = await app.fetch(path, { headers: { authorization: `Bearer ${token}` } })
  return response.status
}

/** A browser of somebody who signed in: it keeps the cookie that it is given. */
export class Browser {
  readonly #app: TestApp
  #cookie = ''

  constructor(app: TestApp) {
    this.#app = app
  }

  async fetch(method: string, path: string, body?: unknown): Promise<{ status: number; value: any }> {
    const headers: Record<string, string> = { cookie: this.#cookie, origin: 'http://localhost' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await this.#app.fetch(`/api/v1${path}`, {
      method,
      anonymous: true,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const [set] = response.headers.getSetCookie()
    if (set) this.#cookie = set.split(';')[0]!
    return { status: response.status, value: await response.json() }
  }

  /** Signs in as the owner, by a one-time link. */
  static async ofOwner(app: TestApp): Promise<Browser> {
    const browser = new Browser(app)
    const { status } = await browser.fetch('POST', '/auth/link', { secret: await app.daybook.createSignInSecret() })
    if (status !== 200) throw new Error(`Signing in answered ${status}`)
    return browser
  }
}
