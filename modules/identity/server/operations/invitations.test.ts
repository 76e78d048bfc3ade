import { describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure.ts'
import {
  acceptInvitation,
  changeRole,
  invite,
  listInvitations,
  listMembers,
  resendInvitation,
  revokeInvitation,
} from '../../contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { addPerson, openPeopleApp } from '../testing/open-people-app.ts'

const DAY = 24 * 60 * 60 * 1000
const codeOf = (answer: unknown) => (answer instanceof Failure ? answer.code : 'ok')
const secretOf = ({ link }: { link: string }) => link.split('#')[1]!

/** What somebody without an account sees of an invitation. */
async function look(app: TestApp, secret: string) {
  const response = await app.fetch('/api/v1/auth/invitation', {
    method: 'POST',
    anonymous: true,
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ secret }),
  })
  return { status: response.status, value: (await response.json()) as Record<string, unknown> }
}

describe('an invitation', () => {
  it('tells whoever holds its secret what it is to, and nobody else anything', async () => {
    await using app = await openPeopleApp()
    const invitation = await app.call(invite, { email: 'Grace@Example.org', role: 'admin' })
    expect(invitation).toMatchObject({ email: 'grace@example.org', state: 'open', role: 'admin' })
    expect(invitation.link).toMatch(/^\/invitation#daybook_inv_/)
    const { status, value } = await look(app, secretOf(invitation))
    expect([status, value]).toEqual([
      200,
      {
        workspace: { name: 'My workspace' },
        invitedBy: { name: 'Owner' },
        email: 'grace@example.org',
        role: 'admin',
        expiresAt: invitation.expiresAt,
        hasAccount: false,
      },
    ])
    expect((await look(app, 'daybook_inv_wrong')).value.code).toBe('invitation-not-valid')
    expect(JSON.stringify(await app.call(listInvitations, {}))).not.toContain('daybook_inv')
  })

  it('says that no mail left where there is no mail server', async () => {
    await using app = await openPeopleApp()
    await app.call(invite, { email: 'grace@example.org' })
    await app.settle()
    expect((await app.call(listInvitations, {})).items).toMatchObject([{ delivery: 'not-configured' }])
  })

  it('makes a member, once', async () => {
    await using app = await openPeopleApp()
    const grace = app.person('owner', (await addPerson(app, 'Elsewhere')).id)
    const ben = await addPerson(app, 'Ben')
    const invitation = await app.call(invite, { email: 'grace@example.org', role: 'guest' })
    const secret = secretOf(invitation)
    expect(codeOf(await app.as(ben).call(acceptInvitation, { secret }))).toBe('already-member')
    await app.takeEvents()
    expect(await app.as(grace).call(acceptInvitation, { secret })).toMatchObject({
      name: 'My workspace',
      role: 'guest',
    })
    expect(await app.takeEvents()).toEqual(['identity.invitation-accepted', 'identity.member-joined'])
    expect(codeOf(await app.as(grace).call(acceptInvitation, { secret }))).toBe('invitation-not-valid')
    expect((await app.call(listInvitations, { state: 'accepted' })).items).toHaveLength(1)
  })

  it('ends after seven days, and goes on for seven more when it is sent again', async () => {
    let now = Date.now()
    await using app = await openPeopleApp({ clock: () => now })
    const invitation = await app.call(invite, { email: 'grace@example.org' })
    now += 7 * DAY + 1
    expect((await look(app, secretOf(invitation))).status).toBe(404)
    expect((await app.call(listInvitations, { state: 'expired' })).items).toMatchObject([{ state: 'expired' }])
    expect((await app.call(listInvitations, { state: 'open' })).items).toEqual([])

    const again = await app.call(resendInvitation, { id: invitation.id })
    expect((await look(app, secretOf(invitation))).status).toBe(404)
    expect((await look(app, secretOf(again))).status).toBe(200)
  })

  it('can be taken back', async () => {
    await using app = await openPeopleApp()
    const invitation = await app.call(invite, { email: 'grace@example.org' })
    expect(await app.call(revokeInvitation, { id: invitation.id })).toMatchObject({ state: 'revoked' })
    expect((await look(app, secretOf(invitation))).status).toBe(404)
    expect(codeOf(await app.as(app.owner).call(revokeInvitation, { id: invitation.id }))).toBe('already-decided')
    expect(codeOf(await app.as(app.owner).call(resendInvitation, { id: invitation.id }))).toBe('already-decided')
  })

  it('is one an address: the newest counts', async () => {
    await using app = await openPeopleApp()
    const first = await app.call(invite, { email: 'grace@example.org', role: 'admin' })
    const second = await app.call(invite, { email: 'GRACE@example.org', role: 'guest' })
    expect((await look(app, secretOf(first))).status).toBe(404)
    expect((await look(app, secretOf(second))).value.role).toBe('guest')
  })

  it('is refused for somebody who is there', async () => {
    await using app = await openPeopleApp()
    await addPerson(app, 'Ben')
    expect(codeOf(await app.as(app.owner).call(invite, { email: 'ben@example.org' }))).toBe('already-member')
  })

  it('is sent by admins, and to owners by owners', async () => {
    await using app = await openPeopleApp()
    const ada = await addPerson(app, 'Ada', 'admin')
    const ben = await addPerson(app, 'Ben')
    const input = { email: 'grace@example.org', role: 'owner' as const }
    expect(codeOf(await app.as(ben).call(invite, input))).toBe('not-allowed')
    expect(codeOf(await app.as(ada).call(invite, input))).toBe('role-refused')
    expect(codeOf(await app.as(app.owner).call(invite, input))).toBe('ok')
  })

  it('is not of the workspace next door', async () => {
    await using app = await openPeopleApp()
    const { id } = await app.call(invite, { email: 'grace@example.org' })
    const stranger = app.person('owner', id)
    expect(codeOf(await app.as(stranger).call(revokeInvitation, { id }))).toBe('invitation-not-found')
    expect(codeOf(await app.as(stranger).call(resendInvitation, { id }))).toBe('invitation-not-found')
    expect(await app.as(stranger).call(listInvitations, {})).toEqual({ items: [], next: null })
  })

  it('counts once however many accept at a time', async () => {
    await using app = await openPeopleApp()
    const secret = secretOf(await app.call(invite, { email: 'grace@example.org' }))
    const people = await Promise.all(['One', 'Two', 'Three'].map((name) => addPerson(app, name)))
    const strangers = people.map(({ id }) => app.person('owner', id))
    const answers = await Promise.all(strangers.map((each) => app.as(each).call(acceptInvitation, { secret })))
    expect(answers.map(codeOf).sort()).toEqual(['invitation-not-valid', 'invitation-not-valid', 'ok'])
    expect((await app.call(listMembers, {})).items).toHaveLength(4)
    expect(codeOf(await app.as(app.owner).call(changeRole, { id: strangers[0]!.id, role: 'guest' }))).toBe(
      'member-not-found',
    )
  })
})
