import { TOTP, Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { EMAIL, openBrowser, openOwnersBrowser, openWithPassword, PASSWORD, type Browser } from './browser.ts'

const STEP = 30_000

/** An owner with an authenticator that shows codes by the app's own clock. */
async function openWithAuthenticator() {
  const clock = { now: Math.ceil(Date.now() / STEP) * STEP }
  const app = await openAppOf(['identity'], { clock: () => clock.now })
  const browser = await openWithPassword(app)
  const { secret } = (await browser.send('POST', '/auth/totp', {})).body
  const code = (at = clock.now) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
  const { recoveryCodes } = (await browser.send('POST', '/auth/totp/confirm', { code: code() })).body as {
    recoveryCodes: string[]
  }
  clock.now += STEP
  return { app, browser, secret, code, recoveryCodes, clock, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

async function begin(app: TestApp): Promise<{ browser: Browser; challenge: string; secondFactor: string[] }> {
  const browser = openBrowser(app)
  const { body } = await browser.send('POST', '/auth/login', { email: EMAIL, password: PASSWORD })
  expect(browser.cookie).toBe('')
  return { browser, ...body }
}

describe('an authenticator', () => {
  it('is on with its first code, and asked for at the next sign-in', async () => {
    await using world = await openWithAuthenticator()
    const { app, code, recoveryCodes } = world
    expect(recoveryCodes).toHaveLength(10)
    expect(recoveryCodes[0]).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){5}$/)
    const { browser, challenge, secondFactor } = await begin(app)
    expect(secondFactor).toEqual(['totp', 'recovery'])
    const answer = await browser.send('POST', '/auth/login/second-factor', { challenge, code: code() })
    expect([answer.status, answer.body.me.user.email]).toEqual([200, EMAIL])
    expect((await browser.send('GET', '/auth/security')).body).toMatchObject({ totp: true, recoveryCodesLeft: 10 })
  })

  it('takes each code once, also of two requests at the same time', async () => {
    await using world = await openWithAuthenticator()
    const { app, code } = world
    const tries = await Promise.all([begin(app), begin(app)])
    const answers = await Promise.all(
      tries.map(({ browser, challenge }) =>
        browser.send('POST', '/auth/login/second-factor', { challenge, code: code() }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('takes no code that is wrong, old or of the future, and soon none at all', async () => {
    await using world = await openWithAuthenticator()
    const { app, code, clock } = world
    const { browser, challenge } = await begin(app)
    for (const wrong of ['000000', code(clock.now + 10 * STEP), code(clock.now - 10 * STEP), 'abcdef', '12345'])
      expect((await browser.send('POST', '/auth/login/second-factor', { challenge, code: wrong })).body.code).toBe(
        'wrong-code',
      )
    const refused = await browser.send('POST', '/auth/login/second-factor', { challenge, code: code() })
    expect(refused.body.code).toBe('too-many-attempts')
  })

  it('is replaced by a recovery code, once each', async () => {
    await using world = await openWithAuthenticator()
    const { app, recoveryCodes } = world
    const use = async (recoveryCode: string) => {
      const { browser, challenge } = await begin(app)
      return browser.send('POST', '/auth/login/second-factor', { challenge, recoveryCode })
    }
    expect((await use(recoveryCodes[0]!.toUpperCase().replaceAll('-', ' '))).status).toBe(200)
    expect((await use(recoveryCodes[0]!)).body.code).toBe('wrong-code')
    expect((await use('aaaa-aaaa-aaaa-aaaa')).body.code).toBe('wrong-code')
    expect((await use(recoveryCodes[1]!)).status).toBe(200)
  })

  it('guards the tokens of clients as well', async () => {
    await using world = await openWithAuthenticator()
    const ask = (more: object) =>
      openBrowser(world.app).send('POST', '/auth/tokens', { client: 'x', email: EMAIL, password: PASSWORD, ...more })
    expect((await ask({})).body.code).toBe('second-factor-required')
    expect((await ask({ code: '000000' })).body.code).toBe('wrong-code')
    expect((await ask({ code: world.code() })).status).toBe(200)
  })

  it('has its challenge used once and for five minutes', async () => {
    await using world = await openWithAuthenticator()
    const { app, code, clock } = world
    const { browser, challenge } = await begin(app)
    const finish = (given: string) =>
      browser.send('POST', '/auth/login/second-factor', { challenge: given, code: code() })
    expect((await finish(challenge)).status).toBe(200)
    clock.now += STEP
    expect((await finish(challenge)).body.code).toBe('challenge-not-valid')
    const late = await begin(app)
    clock.now += 5 * 60_000
    expect((await finish(late.challenge)).body.code).toBe('challenge-not-valid')
  })

  it('is turned off by whoever has just shown who they are, its codes with it', async () => {
    await using world = await openWithAuthenticator()
    const { app, browser, clock } = world
    clock.now += 10 * 60_000
    expect((await browser.send('DELETE', '/auth/totp')).body.code).toBe('reauthentication-required')
    expect((await browser.send('POST', '/auth/recovery-codes', {})).body.code).toBe('reauthentication-required')
    expect((await browser.send('POST', '/auth/reauthenticate', { password: 'not the password' })).status).toBe(401)
    const before = browser.cookie
    expect((await browser.send('POST', '/auth/reauthenticate', { password: PASSWORD })).status).toBe(200)
    expect(browser.cookie).not.toBe(before)
    expect((await browser.send('DELETE', '/auth/totp')).status).toBe(200)
    expect((await browser.send('GET', '/auth/security')).body).toMatchObject({ totp: false, recoveryCodesLeft: 0 })
    expect((await begin(app).catch(() => null))?.secondFactor).toBeUndefined()
  })

  it('keeps its secret sealed, and no recovery code in the clear', async () => {
    await using world = await openWithAuthenticator()
    const { app, secret, recoveryCodes } = world
    const rows = await app.daybook.database.read(async (transaction) => [
      await transaction.all('SELECT * FROM identity_totp'),
      await transaction.all('SELECT * FROM identity_recovery_code'),
      await transaction.all('SELECT * FROM audit_detail'),
    ])
    for (const hidden of [secret, ...recoveryCodes]) expect(JSON.stringify(rows)).not.toContain(hidden)
  })
})

describe('an owner without a password', () => {
  it('is not asked to confirm what nothing could confirm', async () => {
    let now = Date.now()
    await using app = await openAppOf(['identity'], { clock: () => now })
    const browser = await openOwnersBrowser(app)
    now += 60 * 60_000
    expect((await browser.send('GET', '/auth/security')).body).toMatchObject({
      asksToConfirm: false,
      hasPassword: false,
    })
    expect((await browser.send('POST', '/auth/totp', {})).status).toBe(200)
  })
})
