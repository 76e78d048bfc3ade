import { describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure.ts'
import { changeRole, describeUsers, listMembers, removeMember, transferOwnership, type Member } from '../../contract.ts'
import { addPerson, openPeopleApp, statusOf, tokenOf } from '../testing/open-people-app.ts'

const codeOf = (answer: unknown) => (answer instanceof Failure ? answer.code : 'ok')
const namesOf = (answer: unknown) => (answer as { items: Member[] }).items.map(({ name }) => name)

describe('the members of a workspace', () => {
  it('are listed by name, a page at a time', async () => {
    await using app = await openPeopleApp()
    for (const name of ['Carl', 'Ada', 'Ben']) await addPerson(app, name)
    const first = await app.call(listMembers, { limit: 2 })
    expect(namesOf(first)).toEqual(['Ada', 'Ben'])
    const second = await app.call(listMembers, { limit: 2, cursor: first.next! })
    expect([namesOf(second), second.next]).toEqual([['Carl', 'Owner'], null])
    expect(namesOf(await app.call(listMembers, { role: 'owner' }))).toEqual(['Owner'])
  })

  it('keep their names where they did something before they left', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    await app.call(removeMember, { id: ben.id })
    expect((await app.call(describeUsers, { ids: [ben.id] })).items).toEqual([{ id: ben.id, title: 'Ben' }])
    const stranger = app.person('owner', ben.id)
    expect(await app.as(stranger).call(describeUsers, { ids: [ben.id] })).toEqual({ items: [] })
  })

  it('are not of the workspace next door', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const stranger = app.person('owner', ben.id)
    expect(await app.as(stranger).call(listMembers, {})).toEqual({ items: [], next: null })
    expect(codeOf(await app.as(stranger).call(changeRole, { id: ben.id, role: 'guest' }))).toBe('member-not-found')
    expect(codeOf(await app.as(stranger).call(removeMember, { id: ben.id }))).toBe('member-not-found')
    expect(codeOf(await app.as(stranger).call(transferOwnership, { id: ben.id }))).toBe('member-not-found')
  })
})

describe('a role', () => {
  it('counts at the next request', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const token = await tokenOf(app, ben)
    expect(await statusOf(app, token, '/api/v1/audit')).toBe(403)
    await app.takeEvents()
    expect(await app.call(changeRole, { id: ben.id, role: 'admin' })).toMatchObject({ id: ben.id, role: 'admin' })
    expect(await app.takeEvents()).toEqual(['identity.member-changed'])
    expect(await statusOf(app, token, '/api/v1/audit')).toBe(200)
    await app.call(changeRole, { id: ben.id, role: 'guest' })
    expect(await statusOf(app, token, '/api/v1/members')).toBe(403)
  })

  it('of owner is the owners’ to give and to take', async () => {
    await using app = await openPeopleApp()
    const ada = await addPerson(app, 'Ada', 'admin')
    const ben = await addPerson(app, 'Ben')
    expect(codeOf(await app.as(ada).call(changeRole, { id: ben.id, role: 'owner' }))).toBe('role-refused')
    expect(codeOf(await app.as(ada).call(changeRole, { id: app.owner.id, role: 'member' }))).toBe('role-refused')
    expect(codeOf(await app.as(ada).call(removeMember, { id: app.owner.id }))).toBe('role-refused')
    expect(codeOf(await app.as(ben).call(changeRole, { id: ben.id, role: 'admin' }))).toBe('not-allowed')
    expect(codeOf(await app.as(app.owner).call(changeRole, { id: ben.id, role: 'owner' }))).toBe('ok')
  })

  it('of owner stays with somebody', async () => {
    await using app = await openPeopleApp()
    const me = { id: app.owner.id }
    expect(codeOf(await app.as(app.owner).call(changeRole, { ...me, role: 'admin' }))).toBe('last-owner')
    expect(codeOf(await app.as(app.owner).call(removeMember, me))).toBe('last-owner')
    const ben = await addPerson(app, 'Ben')
    await app.takeEvents()
    expect(await app.call(transferOwnership, { id: ben.id })).toMatchObject({ id: ben.id, role: 'owner' })
    expect(await app.takeEvents()).toEqual(['identity.member-changed', 'identity.member-changed'])
    expect(namesOf(await app.call(listMembers, { role: 'owner' }))).toEqual(['Ben'])
    expect(codeOf(await app.as(app.owner).call(transferOwnership, { id: ben.id }))).toBe('already-owner')
  })
})

describe('removing a member', () => {
  it('ends their tokens at once', async () => {
    await using app = await openPeopleApp()
    const ben = await addPerson(app, 'Ben')
    const token = await tokenOf(app, ben)
    await app.call(removeMember, { id: ben.id })
    expect(await statusOf(app, token)).toBe(401)
    expect(codeOf(await app.as(app.owner).call(removeMember, { id: ben.id }))).toBe('member-not-found')
  })
})
