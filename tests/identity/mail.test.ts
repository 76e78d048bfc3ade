import { buffer } from 'node:stream/consumers'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { EMAIL, openBrowser, openWithPassword, PASSWORD } from './browser.ts'

const NEW_PASSWORD = 'candle violet harbour'

interface Received {
  to: string
  subject: string
  text: string
  html: string
  link: string
}

const inbox: Received[] = []
let refusing = 0
const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    void buffer(stream)
      .then((bytes) => simpleParser(bytes))
      .then((mail) => {
        if (refusing > 0) {
          refusing -= 1
          return done(Object.assign(new Error('Not now'), { responseCode: 451 }))
        }
        const to = Array.isArray(mail.to) ? mail.to[0] : mail.to
        const text = mail.text ?? ''
        const link = /https?:\S+/.exec(text)?.[0] ?? ''
        inbox.push({
          to: to?.value[0]?.address ?? '',
          subject: mail.subject ?? '',
          text,
          html: String(mail.html),
          link,
        })
        done()
      }, done)
  },
})
let smtpUrl = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
beforeEach(() => {
  inbox.length = 0
  refusing = 0
})

const openMailApp = (options: { clock?: () => number } = {}) =>
  openAppOf(['identity'], {
    ...options,
    publicUrl: 'http://localhost',
    mail: { smtpUrl, from: 'Daybook <daybook@example.test>' },
  })

const secretOf = (link: string) => new URL(link).hash.slice(1)

async function openRegistration(app: TestApp): Promise<void> {
  await app.fetch('/api/v1/settings/identity.registration', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value: 'open' }),
  })
}

describe('registering by mail', () => {
  it('makes an account once the address is proved, with a workspace of its own', async () => {
    await using app = await openMailApp()
    await openRegistration(app)
    const browser = openBrowser(app)
    const eve = { email: 'Eve@Example.test', name: 'Eve <b>', password: PASSWORD }
    expect((await browser.send('POST', '/auth/register', eve)).body).toEqual({ next: 'verify-address' })
    const login = () => browser.send('POST', '/auth/login', { email: eve.email, password: PASSWORD })
    expect((await login()).body.code).toBe('wrong-credentials')
    await app.settle()

    expect(inbox.map(({ to }) => to)).toEqual(['eve@example.test'])
    const { link, html } = inbox[0]!
    expect(link).toMatch(/^http:\/\/localhost\/verify#daybook_lnk_/)
    expect(html).not.toContain('<b>')
    const verify = () => browser.send('POST', '/auth/verify', { secret: secretOf(link) })
    expect((await verify()).body).toEqual({ email: 'eve@example.test' })
    expect((await verify()).body.code).toBe('link-not-valid')
    const { me } = (await login()).body
    expect([me.role, me.workspace.id === app.owner.workspaceId]).toEqual(['owner', false])
  })

  it('says nothing of who has an account; whoever reads the mail is told', async () => {
    await using app = await openMailApp()
    await openRegistration(app)
    await openWithPassword(app)
    await app.settle()
    inbox.length = 0
    const ask = { email: EMAIL, name: 'Somebody', password: NEW_PASSWORD }
    const answer = await openBrowser(app).send('POST', '/auth/register', ask)
    expect([answer.status, answer.body]).toEqual([200, { next: 'verify-address' }])
    await app.settle()
    expect(inbox.map(({ subject }) => subject)).toEqual(['You have an account already'])
    const login = await openBrowser(app).send('POST', '/auth/login', { email: EMAIL, password: NEW_PASSWORD })
    expect(login.status).toBe(401)
  })

  it('gives each link the password that was asked for with it', async () => {
    await using app = await openMailApp()
    await openRegistration(app)
    const register = (password: string) =>
      openBrowser(app).send('POST', '/auth/register', { email: 'eve@example.test', name: 'Eve', password })
    await register(PASSWORD)
    await app.settle()
    await register('what a stranger chose')
    await app.settle()
    await openBrowser(app).send('POST', '/auth/verify', { secret: secretOf(inbox[0]!.link) })
    const login = (password: string) =>
      openBrowser(app).send('POST', '/auth/login', { email: 'eve@example.test', password })
    expect((await login('what a stranger chose')).status).toBe(401)
    expect((await login(PASSWORD)).status).toBe(200)
    const second = await openBrowser(app).send('POST', '/auth/verify', { secret: secretOf(inbox[1]!.link) })
    expect(second.body.code).toBe('link-not-valid')
  })
})

describe('a reset', () => {
  it('is mailed to a proved address, works once, ends every session and lets a locked owner in', async () => {
    await using app = await openMailApp()
    const owner = await openWithPassword(app)
    await app.settle()
    await owner.send('POST', '/auth/verify', { secret: secretOf(inbox[0]!.link) })
    const login = (password: string) => openBrowser(app).send('POST', '/auth/login', { email: EMAIL, password })
    for (let n = 0; n < 5; n++) await login('not the password')
    expect((await login(PASSWORD)).status).toBe(429)

    inbox.length = 0
    expect((await openBrowser(app).send('POST', '/auth/reset/request', { email: EMAIL })).body).toEqual({})
    await app.settle()
    expect(inbox[0]!.link).toMatch(/\/reset#/)
    const secret = secretOf(inbox[0]!.link)
    const reset = (password: string) => openBrowser(app).send('POST', '/auth/reset', { secret, password })
    expect((await reset('password1234')).body.code).toBe('weak-password')
    expect((await reset(NEW_PASSWORD)).body).toEqual({ email: EMAIL })
    expect((await reset(NEW_PASSWORD)).body.code).toBe('link-not-valid')
    expect((await owner.send('GET', '/auth/me')).status).toBe(401)
    expect((await login(NEW_PASSWORD)).status).toBe(200)
  })

  it('answers an unknown address, or one that is not proved, alike and sends nothing', async () => {
    await using app = await openMailApp()
    await openWithPassword(app)
    await app.settle()
    inbox.length = 0
    for (const email of ['nobody@example.test', EMAIL]) {
      const { status, body } = await openBrowser(app).send('POST', '/auth/reset/request', { email })
      expect([status, body]).toEqual([200, {}])
    }
    await app.settle()
    expect(inbox).toEqual([])
  })

  it('runs out after an hour', async () => {
    let now = Date.now()
    await using app = await openMailApp({ clock: () => now })
    const owner = await openWithPassword(app)
    await app.settle()
    now += 60 * 60_000
    expect((await owner.send('POST', '/auth/verify', { secret: secretOf(inbox[0]!.link) })).body.code).toBe(
      'link-not-valid',
    )
    expect((await owner.send('POST', '/auth/verify/request', {})).status).toBe(200)
    await app.settle()
    expect((await owner.send('POST', '/auth/verify', { secret: secretOf(inbox[1]!.link) })).status).toBe(200)
  })
})

describe('another address', () => {
  it('counts once it is proved, and is nobody else’s', async () => {
    await using app = await openMailApp()
    const owner = await openWithPassword(app)
    await app.settle()
    inbox.length = 0
    expect((await owner.send('PUT', '/auth/address', { email: 'new@example.test' })).body.next).toBe('verify-address')
    expect((await owner.send('GET', '/auth/me')).body.user.email).toBe(EMAIL)
    await app.settle()
    expect(inbox[0]!.to).toBe('new@example.test')
    await owner.send('POST', '/auth/verify', { secret: secretOf(inbox[0]!.link) })
    expect((await owner.send('GET', '/auth/me')).body.user.email).toBe('new@example.test')
    expect((await owner.send('GET', '/auth/security')).body.emailVerified).toBe(true)
  })
})

describe('the outbox', () => {
  const states = (app: TestApp) =>
    app.daybook.database.read(async (transaction) => transaction.all('SELECT state, sealed FROM identity_mail'))

  it('holds no secret in the clear, and nothing once a mail is sent', async () => {
    await using app = await openMailApp()
    await openWithPassword(app)
    const before = await app.daybook.database.read(async (transaction) => [
      await transaction.all('SELECT * FROM identity_mail'),
      await transaction.all('SELECT * FROM jobs'),
    ])
    await app.settle()
    expect(JSON.stringify(before)).not.toContain(secretOf(inbox[0]!.link))
    expect(await states(app)).toMatchObject([{ state: 'sent', sealed: '' }])
  })

  it('sends again what the server refused for now, and never what may have left', async () => {
    await using app = await openMailApp()
    refusing = 1
    await openWithPassword(app)
    await app.settle()
    expect(inbox).toHaveLength(1)

    await app.daybook.database.write(async (transaction) => {
      await transaction.run("UPDATE identity_mail SET state = 'sending'")
      await transaction.run("UPDATE jobs SET state = 'queued', run_at = 0 WHERE name = 'identity.send-mail'")
    })
    app.daybook.kernel.services.jobs.wake()
    await app.settle()
    expect(inbox).toHaveLength(1)
    expect(await states(app)).toMatchObject([{ state: 'uncertain' }])
  })
})
