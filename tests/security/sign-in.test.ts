import { Secret, TOTP } from 'otpauth'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { EMAIL, openBrowser, openOwnersBrowser, openWithPassword, PASSWORD } from '../identity/browser.ts'

const STEP = 30_000
const credentials = { email: EMAIL, password: PASSWORD }

/** What the audit keeps of signing in, oldest first. */
async function trailOf({ daybook }: TestApp): Promise<[operation: string, details: unknown][]> {
  const rows = await daybook.database.read(async (transaction) =>
    transaction.all('SELECT a.operation, d.after FROM audit a JOIN audit_detail d ON d.n = a.n ORDER BY a.n'),
  )
  return rows
    .filter(({ operation }) => /start-session|note-failure|redeem-link/.test(String(operation)))
    .map(({ operation, after }) => [String(operation), JSON.parse(String(after))])
}

describe('signing in', () => {
  it('ends the session that the browser had, and no other', async () => {
    await using app = await openAppOf(['identity'])
    const browser = await openWithPassword(app)
    const elsewhere = openBrowser(app)
    await elsewhere.send('POST', '/auth/login', credentials)
    const former = openBrowser(app)
    former.cookie = browser.cookie

    expect((await browser.send('POST', '/auth/login', credentials)).status).toBe(200)
    expect(browser.cookie).not.toBe(former.cookie)
    expect((await former.send('GET', '/auth/me')).status).toBe(401)
    expect((await elsewhere.send('GET', '/auth/me')).status).toBe(200)

    former.cookie = browser.cookie
    await browser.send('POST', '/auth/link', { secret: await app.daybook.createSignInSecret() })
    expect((await former.send('GET', '/auth/me')).status).toBe(401)
    expect((await browser.send('GET', '/auth/sessions')).body.items).toHaveLength(2)
  })

  it('is refused without ending the session that the browser had', async () => {
    await using app = await openAppOf(['identity'])
    const browser = await openWithPassword(app)
    expect((await browser.send('POST', '/auth/login', { email: EMAIL, password: 'not this one' })).status).toBe(401)
    expect((await browser.send('GET', '/auth/me')).status).toBe(200)
  })

  it('is written down with whom and by what, and so is what failed', async () => {
    await using app = await openAppOf(['identity'])
    const owner = await openOwnersBrowser(app)
    await owner.send('PUT', '/auth/password', { ...credentials, name: 'Ada' })
    await openBrowser(app).send('POST', '/auth/login', { email: EMAIL, password: 'not this one' })
    await openBrowser(app).send('POST', '/auth/login', { email: 'nobody@example.test', password: 'not this one' })
    await openBrowser(app).send('POST', '/auth/login', credentials)

    const userId = app.owner.id
    const session = { id: expect.any(String), userId, kind: 'web' }
    const inHouse = await trailOf(app)
    expect(inHouse).toContainEqual(['identity.redeem-link', { ...session, factor: 'link' }])
    expect(inHouse).toContainEqual(['identity.note-failure', { userId, shown: 'password' }])
    expect(inHouse).toContainEqual(['identity.start-session', { ...session, factor: null }])
    expect(JSON.stringify(inHouse)).not.toContain('not this one')
    expect(JSON.stringify(inHouse)).not.toContain(PASSWORD)
  })
})

describe('a reset', () => {
  it('leaves the second factor on, and opens no session', async () => {
    let mail = ''
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _, done) =>
        void buffer(stream).then((bytes) => {
          mail = bytes.toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=')
          done()
        }, done),
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
    const clock = { now: Math.ceil(Date.now() / STEP) * STEP }
    await using app = await openAppOf(['identity'], {
      clock: () => clock.now,
      publicUrl: 'http://localhost',
      mail: { smtpUrl, from: 'daybook@example.test' },
    })
    const browser = await openWithPassword(app)
    await app.settle()
    await browser.send('POST', '/auth/verify', { secret: /\/verify#(\S+)/.exec(mail)![1]! })
    const { secret } = (await browser.send('POST', '/auth/totp', {})).body
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now })
    await browser.send('POST', '/auth/totp/confirm', { code: code() })

    await openBrowser(app).send('POST', '/auth/reset/request', { email: EMAIL })
    await app.settle()
    const password = 'candle violet harbour'
    const stranger = openBrowser(app)
    const reset = await stranger.send('POST', '/auth/reset', { secret: /\/reset#(\S+)/.exec(mail)![1]!, password })
    expect([reset.status, stranger.cookie]).toEqual([200, ''])
    const { body } = await stranger.send('POST', '/auth/login', { email: EMAIL, password })
    expect([body.secondFactor.includes('totp'), stranger.cookie]).toEqual([true, ''])
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
})
