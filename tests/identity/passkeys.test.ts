import { describe, expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { Authenticator, type Behaviour } from './authenticator.ts'
import { openBrowser, openOwnersBrowser, openWithPassword, type Browser } from './browser.ts'

async function addPasskey(browser: Browser, authenticator: Authenticator, behaviour: Behaviour = {}, name = 'Laptop') {
  const { challenge, options } = (await browser.send('POST', '/auth/passkeys/begin', {})).body
  return browser.send('POST', '/auth/passkeys', {
    challenge,
    credential: authenticator.create(options, behaviour),
    name,
  })
}

async function signIn(
  app: TestApp,
  authenticator: Authenticator,
  behaviour: Behaviour = {},
  browser = openBrowser(app),
) {
  const { challenge, options } = (await browser.send('POST', '/auth/passkeys/sign-in/begin', {})).body
  const credential = authenticator.get(options, behaviour)
  return {
    browser,
    challenge,
    credential,
    answer: await browser.send('POST', '/auth/passkeys/sign-in', { challenge, credential }),
  }
}

describe('a passkey', () => {
  it('is added, and signs in without a name or a password', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openOwnersBrowser(app)
    const authenticator = new Authenticator()
    const added = await addPasskey(owner, authenticator)
    expect([added.status, added.body.name, added.body.lastUsedAt]).toEqual([200, 'Laptop', null])
    const { browser, answer } = await signIn(app, authenticator)
    expect([answer.status, answer.body.me.role]).toEqual([200, 'owner'])
    expect((await browser.send('GET', '/auth/passkeys')).body.items[0].lastUsedAt).not.toBeNull()
  })

  it.each<[string, Behaviour]>([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another host', { rpId: 'evil.example' }],
    ['for another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['without its person verified', { verified: false }],
  ])('is neither added nor used %s', async (_, behaviour) => {
    await using app = await openAppOf(['identity'])
    const owner = await openOwnersBrowser(app)
    const authenticator = new Authenticator()
    expect((await addPasskey(owner, authenticator, behaviour)).body.code).toBe('passkey-refused')
    expect((await addPasskey(owner, authenticator)).status).toBe(200)
    expect((await signIn(app, authenticator, behaviour)).answer.body.code).toBe('passkey-refused')
  })

  it('is refused when its answer comes twice or its counter does not grow', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openOwnersBrowser(app)
    const authenticator = new Authenticator()
    await addPasskey(owner, authenticator)
    const { browser, challenge, credential, answer } = await signIn(app, authenticator, { counter: 5 })
    expect(answer.status).toBe(200)
    const again = await browser.send('POST', '/auth/passkeys/sign-in', { challenge, credential })
    expect(again.body.code).toBe('passkey-refused')
    for (const counter of [5, 4, 0])
      expect((await signIn(app, authenticator, { counter })).answer.body.code, String(counter)).toBe('passkey-refused')
    expect((await signIn(app, authenticator, { counter: 6 })).answer.status).toBe(200)
  })

  it('of nobody opens nothing, nor does one challenge another purpose', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openOwnersBrowser(app)
    const authenticator = new Authenticator()
    expect((await signIn(app, authenticator)).answer.body.code).toBe('passkey-refused')
    const { challenge, options } = (await owner.send('POST', '/auth/passkeys/sign-in/begin', {})).body
    const credential = authenticator.create({ challenge: options.challenge, rp: { id: options.rpId } })
    expect((await owner.send('POST', '/auth/passkeys', { challenge, credential })).body.code).toBe('passkey-refused')
  })

  it('confirms who somebody is, in the session they have', async () => {
    let now = Date.now()
    await using app = await openAppOf(['identity'], { clock: () => now })
    const owner = await openWithPassword(app)
    const authenticator = new Authenticator()
    const { id } = (await addPasskey(owner, authenticator)).body
    now += 11 * 60_000
    expect((await owner.send('DELETE', `/auth/passkeys/${id}`)).body.code).toBe('reauthentication-required')
    const sessions = async () => (await owner.send('GET', '/auth/sessions')).body.items.length
    const before = await sessions()
    expect((await signIn(app, authenticator, {}, owner)).answer.status).toBe(200)
    expect(await sessions()).toBe(before)
    expect((await owner.send('DELETE', `/auth/passkeys/${id}`)).status).toBe(200)
  })

  it('is renamed, and is never deleted as the last way in', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openOwnersBrowser(app)
    const { id } = (await addPasskey(owner, new Authenticator())).body
    expect((await owner.send('PATCH', `/auth/passkeys/${id}`, { name: 'Phone' })).body.name).toBe('Phone')
    expect((await owner.send('DELETE', `/auth/passkeys/${id}`)).body.code).toBe('last-way-in')
    const second = (await addPasskey(owner, new Authenticator())).body.id
    expect((await owner.send('DELETE', `/auth/passkeys/${id}`)).status).toBe(200)
    expect((await owner.send('GET', '/auth/passkeys')).body.items.map((item: { id: string }) => item.id)).toEqual([
      second,
    ])
  })

  it('belongs to a host name: an address of figures has none', async () => {
    await using app = await openAppOf(['identity'])
    const browser = openBrowser(app, 'http://127.0.0.1')
    expect((await browser.send('POST', '/auth/passkeys/sign-in/begin', {})).body.code).toBe('passkeys-need-a-name')
  })
})
