import type { Actor, Role } from '#kernel/actor.ts'
import { systemActor } from '#kernel/actor.ts'
import {
  changeRole,
  createToken,
  createUser,
  createWorkspace,
  removeMember,
  suspendUser,
} from '#modules/identity/contract.ts'
import { createLink } from '#modules/identity/server/internal.ts'
import type { TestApp } from '#testing/test-app.ts'

/** Somebody who calls: what they show, and what is to be expected of them. */
export interface Caller {
  name: string
  headers: Record<string, string>
  /** Null where what they show is worth nothing, or nothing any more. */
  person: { role: Role; keeper: boolean; scopes: string[] | null; impersonated: boolean } | null
}

/** Everybody of the matrix, made by the operations that make people. The owner is whoever keeps this Daybook. */
export async function makeCallers(app: TestApp): Promise<Caller[]> {
  const people = new People(app)
  const owner = await people.add('Olga', 'owner')
  const admin = await people.add('Ada', 'admin')
  const member = await people.add('Ben', 'member')
  const guest = await people.add('Gil', 'guest')
  const other = await people.elsewhere('Nora')
  const live = (role: Role, more: Partial<NonNullable<Caller['person']>> = {}) => ({
    role,
    keeper: false,
    scopes: null,
    impersonated: false,
    ...more,
  })
  const ofToken = async (actor: Actor, ...scopes: string[]): Promise<Caller> => ({
    name: `${actor.role} by a token for ${scopes.join(', ')}`,
    headers: await people.token(actor, scopes),
    person: live(actor.role, { keeper: actor.instanceAdmin === true, scopes }),
  })
  return [
    { name: 'nobody', headers: {}, person: null },
    { name: 'a token of nobody', headers: { authorization: 'Bearer daybook_pat_nobody' }, person: null },
    { name: 'guest', headers: await people.session(guest), person: live('guest') },
    { name: 'member', headers: await people.session(member), person: live('member') },
    { name: 'admin', headers: await people.session(admin), person: live('admin') },
    { name: 'owner', headers: await people.session(owner), person: live('owner') },
    { name: 'keeper', headers: await people.session(app.owner), person: live('owner', { keeper: true }) },
    { name: 'owner of another workspace', headers: await people.session(other), person: live('owner') },
    {
      name: 'keeper as member',
      headers: await people.asSomebody(member),
      person: live('member', { impersonated: true }),
    },
    await ofToken(owner, 'read'),
    await ofToken(owner, 'write'),
    await ofToken(owner, 'tasks:read'),
    await ofToken(owner, 'tasks:write', 'mail:read'),
    await ofToken(member, 'read', 'write'),
    await ofToken(member, 'admin'),
    await ofToken(app.owner, 'admin'),
    await ofToken(app.owner, 'read', 'write'),
    { name: 'guest by the token of a former member', ...(await people.demoted('Della')) },
    { name: 'suspended, by session', headers: await people.suspended('Sue', 'session'), person: null },
    { name: 'suspended, by token', headers: await people.suspended('Sam', 'token'), person: null },
    { name: 'removed, by session', headers: await people.removed('Rita', 'session'), person: null },
    { name: 'removed, by token', headers: await people.removed('Ron', 'token'), person: null },
  ]
}

/** Makes people and what they show. */
export class People {
  readonly #app: TestApp

  constructor(app: TestApp) {
    this.#app = app
  }

  async add(name: string, role: Role): Promise<Actor> {
    const email = `${name.toLowerCase()}@example.test`
    const { id } = await this.#app.call(createUser, { name, email, role })
    return { ...this.#app.owner, id, role, instanceAdmin: false }
  }

  /** Somebody who is the owner of a workspace of their own and a member of no other. */
  async elsewhere(name: string): Promise<Actor> {
    const actor = await this.add(name, 'member')
    const made = (await this.#app.as(actor).call(createWorkspace, { name: `${name}’s` })) as { id: string }
    await this.#app.call(removeMember, { id: actor.id })
    return { ...actor, workspaceId: made.id, role: 'owner' }
  }

  async session(actor: Actor): Promise<Record<string, string>> {
    const { kernel } = this.#app.daybook
    const input = { userId: actor.id, workspaceId: actor.workspaceId }
    const { secret } = await kernel.callAs(systemActor('test', '', null), createLink, input)
    return this.#cookieOf('/api/v1/auth/link', { secret })
  }

  async token(actor: Actor, scopes: string[]): Promise<Record<string, string>> {
    const made = await this.#app.as(actor).call(createToken, { name: 'Matrix', scopes })
    return { authorization: `Bearer ${(made as { token: string }).token}` }
  }

  async asSomebody(actor: Actor): Promise<Record<string, string>> {
    const headers = await this.session(this.#app.owner)
    return this.#cookieOf(`/api/v1/admin/users/${actor.id}/impersonate`, {}, headers)
  }

  async demoted(name: string): Promise<Pick<Caller, 'headers' | 'person'>> {
    const actor = await this.add(name, 'member')
    const headers = await this.token(actor, ['read', 'write'])
    await this.#app.call(changeRole, { id: actor.id, role: 'guest' })
    return { headers, person: { role: 'guest', keeper: false, scopes: ['read', 'write'], impersonated: false } }
  }

  async suspended(name: string, by: 'session' | 'token'): Promise<Record<string, string>> {
    const { actor, headers } = await this.#showing(name, by)
    await this.#app.call(suspendUser, { id: actor.id })
    return headers
  }

  async removed(name: string, by: 'session' | 'token'): Promise<Record<string, string>> {
    const { actor, headers } = await this.#showing(name, by)
    await this.#app.call(removeMember, { id: actor.id })
    return headers
  }

  async #showing(name: string, by: 'session' | 'token') {
    const actor = await this.add(name, 'member')
    const headers = by === 'session' ? await this.session(actor) : await this.token(actor, ['read', 'write'])
    return { actor, headers }
  }

  async #cookieOf(path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await this.#app.fetch(path, {
      method: 'POST',
      anonymous: true,
      body: JSON.stringify(body),
      headers: { ...headers, 'content-type': 'application/json', origin: 'http://localhost' },
    })
    const [cookie] = response.headers.getSetCookie()
    if (!cookie) throw new Error(`${path} gave no cookie: ${response.status} ${await response.text()}`)
    return { cookie: cookie.split(';')[0]! }
  }
}
