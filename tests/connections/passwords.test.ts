import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { access, listConnections, noteSync, type Connection } from '#modules/connections/contract.ts'
import { Dovecot } from '#testing/dovecot.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { systemActor } from '#kernel/actor.ts'
import { startSmtp, type Smtp } from './smtp.ts'

let dovecot: Dovecot
let smtp: Smtp
beforeAll(async () => {
  dovecot = await Dovecot.start()
  smtp = await startSmtp('alice', 'secret')
})
afterAll(async () => {
  await smtp[Symbol.asyncDispose]()
  await dovecot[Symbol.asyncDispose]()
})

const openApp = () => openAppOf(['identity', 'connections'])

const servers = () => ({
  username: 'alice',
  imapHost: '127.0.0.1',
  imapPort: dovecot.port,
  imapSecurity: 'none',
  smtpHost: '127.0.0.1',
  smtpPort: smtp.port,
  smtpSecurity: 'none',
})

const account = (more: object = {}) => ({ address: 'Alice@example.test', password: 'secret', ...servers(), ...more })

async function post(app: TestApp, path: string, body: object = {}): Promise<{ status: number; value: any }> {
  const response = await app.fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, value: await response.json() }
}

async function connect(app: TestApp): Promise<Connection> {
  const { status, value } = await post(app, '/connections', account())
  expect(status, JSON.stringify(value)).toBe(201)
  return value
}

const ofOwner = (app: TestApp, id: string) => ({
  connectionId: id,
  userId: app.owner.id,
  workspaceId: app.owner.workspaceId,
})

const accessOf = (app: TestApp) => app.daybook.kernel.services.modules.get(access, 'connections')

describe('an account with a password', () => {
  it('is logged in to at both servers, kept, and handed to jobs alone', async () => {
    await using app = await openApp()
    const made = await connect(app)
    expect(made).toMatchObject({
      provider: 'imap',
      address: 'Alice@example.test',
      state: 'active',
      problem: null,
      servers: { imap: { port: dovecot.port, username: 'alice' }, smtp: { port: smtp.port } },
    })
    expect(await app.takeEvents()).toEqual(['connections.added'])
    expect((await app.call(listConnections, {})).items).toEqual([made])
    const opened = await accessOf(app).open(ofOwner(app, made.id))
    expect(opened.imap).toEqual({
      host: '127.0.0.1',
      port: dovecot.port,
      security: 'none',
      auth: { user: 'alice', pass: 'secret' },
    })
    expect(opened.smtp?.auth).toEqual({ user: 'alice', pass: 'secret' })
    expect(opened.gmail).toBeNull()
  })

  it('is connected once, however its address is written', async () => {
    await using app = await openApp()
    await connect(app)
    const again = await post(app, '/connections', account({ address: 'alice@EXAMPLE.test' }))
    expect([again.status, again.value.code]).toEqual([409, 'already-connected'])
  })

  it('says which server refused, and why', async () => {
    await using app = await openApp()
    await using silent = await startSilent()
    const closed = await closedPort()
    const refusal = async (more: object) => {
      const { status, value } = await post(app, '/connections', account(more))
      expect(status).not.toBe(201)
      return [value.code, String(value.detail).split(' ')[0]]
    }
    expect(await refusal({ password: 'wrong', smtpPassword: 'secret' })).toEqual(['login-refused', 'IMAP'])
    expect(await refusal({ smtpPassword: 'wrong' })).toEqual(['login-refused', 'SMTP'])
    expect(await refusal({ imapPort: closed })).toEqual(['connection-refused', 'IMAP'])
    expect(await refusal({ smtpPort: closed })).toEqual(['connection-refused', 'SMTP'])
    expect(await refusal({ imapHost: 'imap.nowhere.invalid' })).toEqual(['host-not-found', 'IMAP'])
    expect(await refusal({ imapSecurity: 'starttls' })).toEqual(['tls-failed', 'IMAP'])
    expect(await refusal({ imapSecurity: 'tls' })).toEqual(['tls-failed', 'IMAP'])
    expect(await refusal({ smtpSecurity: 'starttls' })).toEqual(['tls-failed', 'SMTP'])
    expect(await refusal({ imapHost: '192.0.2.1', imapSecurity: 'none' })).toEqual(['plaintext-refused', 'IMAP'])
    expect(await refusal({ imapPort: silent.port })).toEqual(['timed-out', 'IMAP'])
    expect((await app.call(listConnections, {})).items).toEqual([])
  }, 40_000)

  it('gets another password, and never sends the kept one to another server', async () => {
    await using app = await openApp()
    const { id } = await connect(app)
    const elsewhere = await post(app, `/connections/${id}/sign-in`, { password: null, imapHost: 'localhost' })
    expect(elsewhere.value, JSON.stringify(elsewhere)).toMatchObject({ code: 'password-required' })
    expect((await post(app, `/connections/${id}/sign-in`, { password: 'wrong' })).value.code).toBe('login-refused')
    expect((await accessOf(app).open(ofOwner(app, id))).imap?.auth).toMatchObject({ pass: 'secret' })
    const kept = await post(app, `/connections/${id}/sign-in`, { password: null })
    expect([kept.status, kept.value.rev]).toEqual([200, 2])
  })

  it('needs its owner once the server refused, and is well again after a login', async () => {
    await using app = await openApp()
    const { id } = await connect(app)
    await app.takeEvents()
    await accessOf(app).refused(ofOwner(app, id), 'IMAP at 127.0.0.1: user name and password were not accepted')
    await expect(accessOf(app).open(ofOwner(app, id))).rejects.toMatchObject({ failure: { code: 'needs-consent' } })
    expect((await app.call(listConnections, {})).items).toMatchObject([
      { state: 'needs-consent', problem: { code: 'login-refused' } },
    ])
    expect((await post(app, `/connections/${id}/test`)).value.code).toBe('needs-consent')
    expect((await post(app, `/connections/${id}/sign-in`, { password: 'secret' })).value.state).toBe('active')
    expect((await post(app, `/connections/${id}/test`)).value).toMatchObject({ imap: true, smtp: true })
    expect(await app.takeEvents()).toEqual(['connections.changed', 'connections.consent-lost', 'connections.changed'])
  })

  it('rests while it is paused, whatever a sync says', async () => {
    await using app = await openApp()
    const { id } = await connect(app)
    expect((await post(app, `/connections/${id}/pause`)).value.state).toBe('paused')
    await expect(accessOf(app).open(ofOwner(app, id))).rejects.toMatchObject({ failure: { code: 'connection-paused' } })
    const syncing = systemActor('mail.sync', app.owner.workspaceId, app.owner.id)
    const { kernel } = app.daybook
    await app.takeEvents()
    expect(await kernel.callAs(syncing, noteSync, { id, state: 'failing', at: 5 })).toEqual({ changed: false })
    expect(await app.takeEvents()).toEqual([])
    expect((await post(app, `/connections/${id}/resume`)).value).toMatchObject({ state: 'active' })
    const problem = { code: 'timed-out', detail: 'IMAP at 127.0.0.1' }
    expect(await kernel.callAs(syncing, noteSync, { id, state: 'failing', problem })).toEqual({ changed: true })
    expect(await kernel.callAs(syncing, noteSync, { id, state: 'failing', problem })).toEqual({ changed: false })
  })

  it('is found by nobody else', async () => {
    await using app = await openApp()
    const { id } = await connect(app)
    const stranger = app.person('admin')
    expect(await app.as(stranger).call(listConnections, {})).toEqual({ items: [] })
    const of = { ...ofOwner(app, id), userId: stranger.id }
    await expect(accessOf(app).open(of)).rejects.toMatchObject({ failure: { code: 'connection-not-found' } })
    const elsewhere = { ...ofOwner(app, id), workspaceId: stranger.id }
    await expect(accessOf(app).open(elsewhere)).rejects.toMatchObject({ failure: { code: 'connection-not-found' } })
  })

  it('leaves nothing of its secret when it is removed', async () => {
    await using app = await openApp()
    const { id } = await connect(app)
    await app.takeEvents()
    expect((await app.fetch(`/api/v1/connections/${id}`, { method: 'DELETE' })).status).toBe(200)
    expect(await app.takeEvents()).toEqual(['connections.removed'])
    await app.settle()
    for (const table of ['connection', 'directory', 'secret', 'lease', 'consent', 'revocation']) {
      const rows = await app.daybook.database.read(async (transaction) =>
        transaction.all(`SELECT * FROM connections_${table}`),
      )
      expect(rows, table).toEqual([])
    }
  })
})

/** A port that takes connections and says nothing. */
async function startSilent(): Promise<AsyncDisposable & { port: number }> {
  const sockets = new Set<{ destroy(): unknown }>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function closedPort(): Promise<number> {
  await using silent = await startSilent()
  return silent.port
}
