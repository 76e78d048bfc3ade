import { describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure.ts'
import {
  createWorkspace,
  deleteWorkspace,
  leaveWorkspace,
  listWorkspaces,
  renameWorkspace,
  restoreWorkspace,
  switchWorkspace,
  transferOwnership,
} from '../../contract.ts'
import { addPerson, Browser, openPeopleApp, statusOf, tokenOf } from '../testing/open-people-app.ts'

const codeOf = (answer: unknown) => (answer instanceof Failure ? answer.code : 'ok')

describe('a workspace', () => {
  it('is made by a member, who owns it and can go there and back', async () => {
    await using app = await openPeopleApp()
    const browser = await Browser.ofOwner(app)
    await app.takeEvents()
    const { value: garden } = await browser.fetch('POST', '/workspaces', { name: 'Garden club' })
    expect(garden).toMatchObject({ name: 'Garden club', role: 'owner', members: 1, current: false })
    expect(await app.takeEvents()).toEqual(['identity.workspace-created'])

    expect((await browser.fetch('POST', `/workspaces/${garden.id}/switch`)).value.workspace.name).toBe('Garden club')
    expect((await browser.fetch('GET', '/me')).value.workspace.id).toBe(garden.id)
    const { items } = (await browser.fetch('GET', '/workspaces')).value
    expect(items.map((each: { name: string; current: boolean }) => [each.name, each.current])).toEqual([
      ['My workspace', false],
      ['Garden club', true],
    ])
    expect((await browser.fetch('POST', `/workspaces/${app.owner.workspaceId}/switch`)).status).toBe(200)
  })

  it('is not there for whoever is no member of it', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const { id } = await app.call(createWorkspace, { name: 'Private' })
    expect(codeOf(await app.as({ ...ben, sessionId: id }).call(switchWorkspace, { id }))).toBe('workspace-not-found')
    expect(codeOf(await app.as(ben).call(restoreWorkspace, { id }))).toBe('workspace-not-found')
    expect(await app.as(ben).call(listWorkspaces, {})).toMatchObject({ items: [{ name: 'My workspace' }] })
  })

  it('stays the one of a token', async () => {
    await using app = await openPeopleApp()
    const { id } = await app.call(createWorkspace, { name: 'Other' })
    expect(codeOf(await app.as(app.owner).call(switchWorkspace, { id }))).toBe('no-session')
  })

  it('gets another name from its admins', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    expect(codeOf(await app.as(ben).call(renameWorkspace, { name: 'Mine now' }))).toBe('not-allowed')
    const ada = await addPerson(app, 'Ada', 'admin')
    expect(await app.as(ada).call(renameWorkspace, { name: 'Ours' })).toMatchObject({ name: 'Ours', members: 3 })
  })
})

describe('leaving a workspace', () => {
  it('ends what the person had of it', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const token = await tokenOf(app, ben)
    expect(await statusOf(app, token)).toBe(200)
    await app.takeEvents()
    expect(await app.as(ben).call(leaveWorkspace, {})).toEqual({ workspaceId: null })
    expect(await app.takeEvents()).toEqual(['identity.member-removed'])
    expect(await statusOf(app, token)).toBe(401)
  })

  it('takes a browser to where the person is a member still', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const browser = await Browser.ofOwner(app)
    const { value: other } = await browser.fetch('POST', '/workspaces', { name: 'Other' })
    await app.call(transferOwnership, { id: ben.id })
    expect((await browser.fetch('POST', '/workspace/leave')).value).toEqual({ workspaceId: other.id })
    expect((await browser.fetch('GET', '/me')).value.workspace.name).toBe('Other')
  })

  it('is refused to the last owner', async () => {
    await using app = await openPeopleApp()
    expect(codeOf(await app.as(app.owner).call(leaveWorkspace, {}))).toBe('last-owner')
  })
})

describe('deleting a workspace', () => {
  const DAY = 24 * 60 * 60 * 1000

  it('asks for its name, and leaves nobody without any', async () => {
    await using app = await openPeopleApp()
    expect(codeOf(await app.as(app.owner).call(deleteWorkspace, { name: 'my workspace' }))).toBe('name-differs')
    expect(codeOf(await app.as(app.owner).call(deleteWorkspace, { name: 'My workspace' }))).toBe('only-workspace')
  })

  it('can be undone for seven days, with members and tokens as they were', async () => {
    let now = Date.now()
    await using app = await openPeopleApp({ clock: () => now })
    const ben = await addPerson(app, 'Ben')
    const token = await tokenOf(app, ben)
    await app.call(createWorkspace, { name: 'Refuge' })
    await app.takeEvents()

    const deleted = await app.call(deleteWorkspace, { name: 'My workspace' })
    expect(deleted).toMatchObject({ members: 2, deletedAt: expect.any(String), erasedAt: expect.any(String) })
    expect(await app.takeEvents()).toEqual(['identity.workspace-deleted'])
    expect(await statusOf(app, token)).toBe(401)
    expect(await app.call(listWorkspaces, {})).toMatchObject({
      items: [{ name: 'Refuge' }, { name: 'My workspace', deletedAt: deleted.deletedAt }],
    })

    now += 6 * DAY
    expect(await app.call(restoreWorkspace, { id: deleted.id })).toMatchObject({ members: 2, deletedAt: null })
    expect(await statusOf(app, token)).toBe(200)

    await app.call(deleteWorkspace, { name: 'My workspace' })
    now += 8 * DAY
    expect(codeOf(await app.as(app.owner).call(restoreWorkspace, { id: deleted.id }))).toBe('workspace-not-found')
  })
})
