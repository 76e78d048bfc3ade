import { describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure.ts'
import {
  createToken,
  createUser,
  createWorkspace,
  deleteUser,
  getUser,
  listMembers,
  listUsers,
  reactivateUser,
  resetUser,
  setAdmin,
  suspendUser,
} from '../../contract.ts'
import { addPerson, Browser, openPeopleApp, statusOf, tokenOf } from '../testing/open-people-app.ts'

const codeOf = (answer: unknown) => (answer instanceof Failure ? answer.code : 'ok')
const namesOf = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name)

describe('those who keep this Daybook', () => {
  it('find everybody by name, address and state', async () => {
    await using app = await openPeopleApp()
    for (const name of ['Ada', 'Ben', 'Carl']) await addPerson(app, name)
    const first = await app.call(listUsers, { limit: 3 })
    expect(namesOf(first)).toEqual(['Carl', 'Ben', 'Ada'])
    expect(namesOf(await app.call(listUsers, { limit: 3, cursor: first.next! }))).toEqual(['Owner'])
    expect(namesOf(await app.call(listUsers, { text: 'BEN@exa' }))).toEqual(['Ben'])
    expect(namesOf(await app.call(listUsers, { text: 'arl' }))).toEqual(['Carl'])
    expect(namesOf(await app.call(listUsers, { text: '%' }))).toHaveLength(4)
    expect(namesOf(await app.call(listUsers, { role: 'instance-admin' }))).toEqual(['Owner'])
  })

  it('are no others, whatever their role in a workspace', async () => {
    await using app = await openPeopleApp()
    for (const role of ['guest', 'member', 'admin', 'owner'] as const) {
      const person = await addPerson(app, role, role)
      expect(codeOf(await app.as(person).call(listUsers, {}))).toBe('not-allowed')
      expect(codeOf(await app.as(person).call(setAdmin, { id: person.id, instanceAdmin: true }))).toBe('not-allowed')
    }
  })

  it('need a token of that scope', async () => {
    await using app = await openPeopleApp()
    const plain = await app.call(createToken, { name: 'Plain' })
    const admin = await app.call(createToken, { name: 'Admin', scopes: ['admin'] })
    expect(await statusOf(app, plain.token, '/api/v1/admin/users')).toBe(403)
    expect(await statusOf(app, admin.token, '/api/v1/admin/users')).toBe(200)
    expect(await statusOf(app, admin.token, '/api/v1/members')).toBe(403)
  })

  it('name others, and never go all away', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    expect(codeOf(await app.as(app.owner).call(setAdmin, { id: app.owner.id, instanceAdmin: false }))).toBe(
      'last-admin',
    )
    expect(await app.call(setAdmin, { id: ben.id, instanceAdmin: true })).toMatchObject({ instanceAdmin: true })
    expect(codeOf(await app.as(app.owner).call(setAdmin, { id: app.owner.id, instanceAdmin: false }))).toBe('ok')
    const keeper = { ...ben, instanceAdmin: true }
    expect(codeOf(await app.as(keeper).call(suspendUser, { id: ben.id }))).toBe('not-yourself')
  })
})

describe('an account', () => {
  it('is made with a link to choose a password', async () => {
    await using app = await openPeopleApp()
    await app.takeEvents()
    const made = await app.call(createUser, { name: 'Grace', email: 'Grace@example.org', role: 'guest' })
    expect(made).toMatchObject({ name: 'Grace', email: 'grace@example.org', active: true, workspaces: 1 })
    expect(made.link).toMatch(/^\/reset#/)
    expect(await app.takeEvents()).toEqual(['identity.user-created', 'identity.member-joined'])
    const again = await app.as(app.owner).call(createUser, { name: 'Grace', email: 'grace@EXAMPLE.org' })
    expect(codeOf(again)).toBe('already-registered')
    expect(await app.call(getUser, { id: made.id })).toMatchObject({
      memberships: [{ name: 'My workspace', role: 'guest' }],
      sessions: 0,
      tokens: 0,
    })
  })

  it('rests while it is suspended', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const token = await tokenOf(app, ben)
    await app.takeEvents()
    expect(await app.call(suspendUser, { id: ben.id })).toMatchObject({ active: false })
    expect(await app.takeEvents()).toEqual(['identity.user-suspended'])
    expect(await statusOf(app, token)).toBe(401)
    expect((await app.call(listUsers, { state: 'suspended' })).items).toHaveLength(1)
    expect(await app.call(reactivateUser, { id: ben.id })).toMatchObject({ active: true })
    expect(await statusOf(app, token)).toBe(200)
  })

  it('is reset by a link', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const first = await app.call(resetUser, { id: ben.id })
    expect(first.link).toMatch(/^\/reset#/)
    expect((await app.call(resetUser, { id: ben.id })).link).not.toBe(first.link)
    expect(codeOf(await app.as(app.owner).call(resetUser, { id: app.owner.id }))).toBe('not-yourself')
  })

  it('is deleted with its name, and every workspace hears of it', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const token = await tokenOf(app, ben)
    const other = (await app.as(ben).call(createWorkspace, { name: 'Ben alone' })) as { id: string }
    const input = { id: ben.id, name: 'Ben' }
    expect(codeOf(await app.as(app.owner).call(deleteUser, { ...input, name: 'Bob' }))).toBe('name-differs')
    await app.takeEvents()
    expect(await app.call(deleteUser, input)).toEqual({})
    expect(await app.takeEvents()).toEqual([
      'identity.member-removed',
      'identity.user-deleted',
      'identity.member-removed',
      'identity.user-deleted',
    ])
    const rows = await app.daybook.database.read(async (transaction) =>
      transaction.all("SELECT workspace_id FROM events WHERE type = 'identity.user-deleted' ORDER BY position"),
    )
    expect(rows.map((row) => row.workspace_id)).toEqual([app.owner.workspaceId, other.id])
    expect(await statusOf(app, token)).toBe(401)
    expect(codeOf(await app.as(app.owner).call(getUser, { id: ben.id }))).toBe('user-not-found')
    expect(namesOf(await app.call(listMembers, {}))).toEqual(['Owner'])
    expect(codeOf(await app.as(app.owner).call(createUser, { name: 'Ben', email: 'ben@example.org' }))).toBe('ok')
  })

  it('is not deleted where others would be left without an owner', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const { id } = (await app.as(ben).call(createWorkspace, { name: 'Shared' })) as { id: string }
    await app.daybook.database.write(async (transaction) =>
      transaction.run(
        "INSERT INTO identity_member (workspace_id, user_id, role, created_at) VALUES (?, ?, 'member', 1)",
        id,
        app.owner.id,
      ),
    )
    expect(codeOf(await app.as(app.owner).call(deleteUser, { id: ben.id, name: 'Ben' }))).toBe('last-owner')
  })
})

describe('acting as somebody', () => {
  it('shows it, ends by itself, and is written down with both names', async () => {
    let now = Date.now()
    await using app = await openPeopleApp({ clock: () => now })
    const ben = await addPerson(app, 'Ben')
    const browser = await Browser.ofOwner(app)
    await app.takeEvents()
    const started = await browser.fetch('POST', `/admin/users/${ben.id}/impersonate`, {})
    expect(started.value).toMatchObject({ user: { name: 'Ben' }, impersonatedBy: { id: app.owner.id, name: 'Owner' } })
    expect(await app.takeEvents()).toEqual(['identity.impersonation-started'])
    expect((await browser.fetch('GET', '/me')).value.user.id).toBe(ben.id)

    expect((await browser.fetch('POST', '/workspaces', { name: 'As Ben' })).status).toBe(201)
    const audit = await app.daybook.database.read(async (transaction) =>
      transaction.all("SELECT actor_id FROM audit WHERE operation = 'identity.create-workspace'"),
    )
    expect(audit.map((row) => row.actor_id)).toEqual([`${app.owner.id} as ${ben.id}`])

    now += 30 * 60 * 1000 + 1
    expect((await browser.fetch('GET', '/me')).status).toBe(401)
  })

  it('never touches how the person proves who they are', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const browser = await Browser.ofOwner(app)
    await browser.fetch('POST', `/admin/users/${ben.id}/impersonate`, {})
    for (const [method, path, body] of [
      ['POST', '/auth/password', { currentPassword: 'a', password: 'something long' }],
      ['POST', '/tokens', { name: 'Mine' }],
      ['POST', '/admin/users/list', undefined],
    ] as const)
      expect((await browser.fetch(method, path, body)).status, path).toBeGreaterThanOrEqual(403)
    expect((await browser.fetch('POST', '/tokens', { name: 'Mine' })).value.detail).toBe(
      'Nobody but the person may do this',
    )
    expect((await browser.fetch('GET', '/admin/users')).status).toBe(403)
  })

  it('goes back to oneself, under a new secret', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const browser = await Browser.ofOwner(app)
    expect((await browser.fetch('POST', '/admin/impersonation/stop', {})).value.code).toBe('not-impersonating')
    await browser.fetch('POST', `/admin/users/${ben.id}/impersonate`, {})
    await app.takeEvents()
    const stopped = await browser.fetch('POST', '/admin/impersonation/stop', {})
    expect(stopped.value).toMatchObject({ user: { id: app.owner.id }, impersonatedBy: null })
    expect(await app.takeEvents()).toEqual(['identity.impersonation-ended'])
    expect((await browser.fetch('GET', '/me')).value.user.id).toBe(app.owner.id)
  })

  it('is not for another administrator, oneself, nobody, or a token', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    await app.call(setAdmin, { id: ben.id, instanceAdmin: true })
    const browser = await Browser.ofOwner(app)
    const codeFor = async (id: string) => (await browser.fetch('POST', `/admin/users/${id}/impersonate`, {})).value.code
    expect(await codeFor(ben.id)).toBe('admin-refused')
    expect(await codeFor(app.owner.id)).toBe('not-yourself')
    expect(await codeFor('01933b6e-8f00-7000-8000-000000000001')).toBe('user-not-found')
    const ada = await addPerson(app, 'Ada')
    const path = `/api/v1/admin/users/${ada.id}/impersonate`
    const body = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    expect(await (await app.fetch(path, body)).json()).toMatchObject({ code: 'no-session' })
  })
})
