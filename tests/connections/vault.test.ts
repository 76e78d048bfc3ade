import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemActor } from '#kernel/actor.ts'
import { access, inspectVault, listConnections, rotateVault } from '#modules/connections/contract.ts'
import { resealStep, storeConnection } from '#modules/connections/server/internal.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import { changeBehind, everyRow } from '#testing/outside.ts'
import type { TestApp } from '#testing/test-app.ts'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { beginConsent, comeBack, connectBy } from './consenting.ts'
import { CLIENT_SECRET, startProvider, type TestProvider } from './providers.ts'

const PASSWORD = 'password-canary-5afe7y'

let provider: TestProvider
beforeAll(async () => void (provider = await startProvider('microsoft')))
afterAll(() => provider[Symbol.asyncDispose]())

const openApp = (options: object = {}) => openAppOf(['identity', 'connections'], options)

/** Keeps accounts as `connections.add` does once servers have let it in. */
async function keepAccounts(app: TestApp, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const { id } = await app.daybook.kernel.callAs(adding(app), storeConnection, {
      provider: 'imap',
      address: `ada-${n}@example.test`,
      name: `Ada ${n}`,
      imap: { host: '127.0.0.1', port: 143, security: 'none', username: `ada-${n}` },
      smtp: null,
      password: `${PASSWORD}-${n}`,
      smtpPassword: `${PASSWORD}-smtp-${n}`,
    })
    ids.push(id)
  }
  return ids
}

const adding = ({ owner }: TestApp) => systemActor('adding', owner.workspaceId, owner.id)

async function passwordOf(app: TestApp, connectionId: string): Promise<unknown> {
  const { id: userId, workspaceId } = app.owner
  const { services } = app.daybook.kernel
  const opened = await services.modules.get(access, 'connections').open({ connectionId, userId, workspaceId })
  return opened.imap?.auth
}

async function verify(app: TestApp): Promise<any> {
  return (await app.fetch('/api/v1/admin/vault/verify')).json()
}

describe('the vault', () => {
  it('seals each secret for its own place, and tells of records alone', async () => {
    await using app = await openApp()
    const [first, second] = await keepAccounts(app, 2)
    const { keys, secrets } = await app.call(inspectVault, {})
    expect(keys).toMatchObject([{ current: true, secrets: 4 }])
    expect(secrets.map(({ kind }) => kind)).toEqual(['password', 'smtp-password', 'password', 'smtp-password'])
    expect(JSON.stringify(secrets)).not.toContain('canary')
    expect(await verify(app)).toEqual({ holds: true, keys: 1, secrets: 4, faults: [] })

    // Somebody with a database shell gives one account the password of another.
    await changeBehind(
      app,
      `UPDATE connections_secret SET sealed = (SELECT sealed FROM connections_secret WHERE connection_id = '${second}' AND kind = 'password') WHERE connection_id = '${first}' AND kind = 'password'`,
    )
    expect(await verify(app)).toMatchObject({
      holds: false,
      faults: [{ record: `${first} password`, fault: 'does not open in its place' }],
    })
    await expect(passwordOf(app, first!)).rejects.toThrow(/authenticate|decrypt|operation/i)
  })

  it('finds secrets without an account, and such under a key that is gone', async () => {
    await using app = await openApp()
    const [id] = await keepAccounts(app, 1)
    await changeBehind(app, `DELETE FROM connections_directory WHERE connection_id = '${id}'`)
    expect((await verify(app)).faults).toMatchObject([{ fault: 'belongs to no account' }, {}])
    await changeBehind(app, 'DELETE FROM connections_data_key')
    expect((await verify(app)).holds).toBe(false)
  })

  it('is turned over to a new data key, while accounts are used and added', async () => {
    await using app = await openApp()
    const ids = await keepAccounts(app, 120)
    const before = await everyRow(app, 'connections_secret')
    const [former] = await everyRow(app, 'connections_data_key')
    const rotating = app.call(rotateVault, {})
    expect(await passwordOf(app, ids[60]!)).toMatchObject({ pass: `${PASSWORD}-60` })
    await rotating
    await app.settle()

    const keys = await everyRow(app, 'connections_data_key')
    expect(keys).toHaveLength(1)
    expect(keys[0]!.id).not.toBe(former!.id)
    const after = await everyRow(app, 'connections_secret')
    expect(new Set(after.map(({ key_id }) => key_id))).toEqual(new Set([keys[0]!.id]))
    const sealed = new Set(before.map((row) => row.sealed))
    expect(after.filter((row) => sealed.has(row.sealed))).toEqual([])
    expect(await verify(app)).toMatchObject({ holds: true, keys: 1, secrets: 240 })
    for (const n of [0, 119]) expect(await passwordOf(app, ids[n]!)).toMatchObject({ pass: `${PASSWORD}-${n}` })
  })

  it('holds at every step of being turned over, and goes on from any', async () => {
    await using app = await openApp()
    const ids = await keepAccounts(app, 3)
    const { kernel } = app.daybook
    // A job that never ran: what a killed process leaves.
    await app.call(rotateVault, {})
    for (;;) {
      expect(await verify(app)).toMatchObject({ holds: true, secrets: 6 })
      for (const [n, id] of ids.entries()) expect(await passwordOf(app, id)).toMatchObject({ pass: `${PASSWORD}-${n}` })
      const { left } = await kernel.callAs(systemActor('rotating', app.owner.workspaceId, null), resealStep, {
        limit: 1,
      })
      if (left === 0) break
    }
    await app.settle()
    expect(await verify(app)).toMatchObject({ holds: true, keys: 1, secrets: 6 })
  })

  it('is open to whoever keeps this Daybook alone', async () => {
    await using app = await openApp()
    expect(await app.as(app.person('owner')).call(inspectVault, {})).toMatchObject({ code: 'not-allowed' })
    expect(await app.as(app.person('owner')).call(rotateVault, {})).toMatchObject({ code: 'not-allowed' })
  })
})

it('shows no secret in files, logs, answers, events or the audit', async () => {
  await using folder = await temporaryFolder()
  const lines: string[] = []
  const say = (fields: object, event: string) => void lines.push(event, JSON.stringify(fields, spelledOut))
  const log = { debug: say, info: say, warn: say, error: say }
  const answers: string[] = []
  let now = Date.now()
  let databaseText = ''
  {
    await using app = await openApp({
      dataFolder: folder.path,
      log,
      clock: () => now,
      registrations: { google: null, microsoft: provider.registration },
    })
    const watched: TestApp = { ...app, fetch: async (path, init) => keep(await app.fetch(path, init)) }
    const keep = async (response: Response) => {
      answers.push(await response.clone().text(), JSON.stringify([...response.headers]))
      return response
    }
    const post = (path: string, body: object) =>
      watched.fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const servers = { imapHost: '127.0.0.1', imapPort: 1, imapSecurity: 'tls' }
    await post('/connections', { address: 'ada@example.test', password: PASSWORD, ...servers })
    await post('/connections', { address: 'ada@example.test', password: PASSWORD, imapHost: 7 })
    const [id] = await keepAccounts(app, 1)
    await post(`/connections/${id}/test`, {})
    await post(`/connections/${id}/sign-in`, { password: null, imapPort: 1 })

    const account = await connectBy(watched, 'microsoft', provider)
    const used = await provider.consent(await beginConsent(watched, 'microsoft'))
    await comeBack(watched, used)
    await comeBack(watched, used)
    now += 7_200_000
    await post(`/connections/${account.id}/validate`, {})
    await watched.fetch('/api/v1/integrations/status')
    await watched.fetch('/api/v1/admin/vault')
    provider.forget()
    now += 7_200_000
    await post(`/connections/${account.id}/validate`, {})
    databaseText += await textOf(app)
    await app.call(rotateVault, {})
    await app.settle()
    answers.push(JSON.stringify(await app.call(listConnections, {})))
    await watched.fetch('/api/v1/audit?limit=200')
    databaseText += await textOf(app)
    await app.fetch(`/api/v1/connections/${account.id}`, { method: 'DELETE' })
    await app.settle()
  }
  const secrets = [PASSWORD, CLIENT_SECRET, ...provider.given]
  expect(provider.given.length).toBeGreaterThanOrEqual(4)
  const files = await filesOf(folder.path)
  expect(databaseText.length).toBeGreaterThan(1000)
  for (const secret of secrets) {
    for (const [where, texts] of Object.entries({ files, lines, answers, database: [databaseText] })) {
      const found = texts.filter((text) => text.includes(secret))
      expect(found.length, `${where} hold ${secret.slice(0, 12)}…`).toBe(0)
    }
  }
})

/** Every file of a folder, byte for byte. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map(async ({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))
}

/** All that is kept of what was called, as text. */
async function textOf(app: TestApp): Promise<string> {
  const tables = ['events', 'jobs', 'audit', 'audit_detail', 'idempotency', 'connections_consent', 'connections_secret']
  const rows = await Promise.all(tables.map((table) => everyRow(app, table)))
  return JSON.stringify(rows, spelledOut)
}

/** Errors, maps and bytes as text, so that nothing hides in them. */
function spelledOut(_: string, value: unknown): unknown {
  if (value instanceof Error)
    return { ...value, name: value.name, message: value.message, stack: value.stack, cause: value.cause }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1')
  return value
}
