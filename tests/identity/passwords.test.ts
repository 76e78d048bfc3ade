import { describe, expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import { EMAIL, openBrowser, openOwnersBrowser, openWithPassword, PASSWORD } from './browser.ts'

const OTHER = 'candle violet harbour'

describe('a password', () => {
  it('is set by an owner who came by link, and then signs in', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openOwnersBrowser(app)
    await app.takeEvents()
    const before = owner.cookie
    const set = await owner.send('PUT', '/auth/password', {
      email: ' ADA@example.test ',
      name: 'Ada',
      password: PASSWORD,
    })
    expect([set.status, set.body.user]).toMatchObject([200, { name: 'Ada', email: EMAIL }])
    expect(owner.cookie).not.toBe(before)
    expect(await app.takeEvents()).toEqual(['identity.password-changed', 'identity.profile-changed'])
    expect((await owner.send('PUT', '/auth/password', { email: EMAIL, password: OTHER })).body.code).toBe('already-set')

    const browser = openBrowser(app)
    const login = await browser.send('POST', '/auth/login', { email: EMAIL, password: PASSWORD })
    expect([login.status, login.body.me.role]).toEqual([200, 'owner'])
    expect(login.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    expect((await browser.send('GET', '/auth/me')).body.user.email).toBe(EMAIL)
    expect(await app.takeEvents()).toEqual(['identity.session-started'])
  })

  it('is answered under the alias as well', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const answer = await app.fetch('/api/auth/login', {
      method: 'POST',
      anonymous: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
    })
    expect(answer.status).toBe(200)
  })

  it('that is wrong and an address that nobody has are the same answer', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const browser = openBrowser(app)
    const wrong = await browser.send('POST', '/auth/login', { email: EMAIL, password: OTHER })
    const nobody = await browser.send('POST', '/auth/login', { email: 'eve@example.test', password: OTHER })
    const neutral = ({ requestId: _, ...rest }: Record<string, unknown>) => rest
    expect(neutral(wrong.body)).toEqual(neutral(nobody.body))
    expect([wrong.status, wrong.body.code, browser.cookie]).toEqual([401, 'wrong-credentials', ''])
  })

  it('that is weak is refused with what to mend', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openOwnersBrowser(app)
    for (const password of ['short', 'password1234', 'ada@example.test']) {
      const { body } = await owner.send('PUT', '/auth/password', { email: EMAIL, password })
      expect([body.code, body.errors[0].pointer], password).toEqual(['weak-password', '/password'])
    }
  })

  it('is changed by whoever knows it, and every other session ends', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openWithPassword(app)
    const other = openBrowser(app)
    await other.send('POST', '/auth/login', { email: EMAIL, password: PASSWORD })
    const change = (currentPassword: string) =>
      owner.send('POST', '/auth/password', { currentPassword, password: OTHER })
    expect((await change(OTHER)).body.code).toBe('wrong-credentials')
    const before = owner.cookie
    expect((await change(PASSWORD)).status).toBe(200)
    expect(owner.cookie).not.toBe(before)
    expect((await other.send('GET', '/auth/me')).status).toBe(401)
    expect((await owner.send('GET', '/auth/me')).status).toBe(200)
    expect((await openBrowser(app).send('GET', '/auth/me', undefined, { cookie: before })).status).toBe(401)
    const login = (password: string) => openBrowser(app).send('POST', '/auth/login', { email: EMAIL, password })
    expect((await login(PASSWORD)).status).toBe(401)
    expect((await login(OTHER)).status).toBe(200)
  })

  it('never stands in the log, the audit or the database', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const rows = await app.daybook.database.read(async (transaction) => ({
      users: await transaction.all('SELECT * FROM identity_user'),
      audit: await transaction.all('SELECT * FROM audit_detail'),
      events: await transaction.all('SELECT * FROM events'),
    }))
    const text = JSON.stringify(rows)
    expect(text).not.toContain(PASSWORD)
    expect(JSON.stringify(rows.audit) + JSON.stringify(rows.events)).not.toContain('argon2id')
    expect(text).toContain('argon2id')
  })
})

describe('guessing', () => {
  it('makes an account wait, known or not, and longer each time', async () => {
    let now = Date.now()
    await using app = await openAppOf(['identity'], { clock: () => now })
    await openWithPassword(app)
    const login = (email: string, password: string) => openBrowser(app).send('POST', '/auth/login', { email, password })
    for (const email of [EMAIL, 'nobody@example.test']) {
      for (let n = 0; n < 5; n++) expect((await login(email, OTHER)).status, email).toBe(401)
      const refused = await login(email, email === EMAIL ? PASSWORD : OTHER)
      expect([refused.status, refused.body.code], email).toEqual([429, 'too-many-attempts'])
      expect(Number(refused.headers.get('retry-after'))).toBe(30)
    }
    now += 31_000
    expect((await login(EMAIL, OTHER)).status).toBe(401)
    expect(Number((await login(EMAIL, PASSWORD)).headers.get('retry-after'))).toBe(60)
    now += 61_000
    expect((await login(EMAIL, PASSWORD)).status).toBe(200)
    expect((await login(EMAIL, OTHER)).status).toBe(401)
    expect(await app.takeEvents()).toContain('identity.account-locked')
  })

  it('by many at once counts each try', async () => {
    await using app = await openAppOf(['identity'])
    await openWithPassword(app)
    const login = () => openBrowser(app).send('POST', '/auth/login', { email: EMAIL, password: OTHER })
    const statuses = (await Promise.all(Array.from({ length: 12 }, login))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  })
})

describe('registering', () => {
  it('is for the invited unless an admin opens it', async () => {
    await using app = await openAppOf(['identity'])
    const ask = { email: 'eve@example.test', name: 'Eve', password: PASSWORD }
    const browser = openBrowser(app)
    expect((await browser.send('POST', '/auth/register', ask)).body.code).toBe('registration-closed')
    expect((await browser.send('GET', '/auth/options')).body).toEqual({ registration: 'invited', mail: false })
    await app.fetch('/api/v1/settings/identity.registration', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: 'open' }),
    })
    expect((await browser.send('GET', '/auth/options')).body.registration).toBe('open')
    expect((await browser.send('POST', '/auth/register', ask)).body.code).toBe('mail-not-configured')
    expect((await browser.send('POST', '/auth/reset/request', { email: EMAIL })).body.code).toBe('mail-not-configured')
  })
})
