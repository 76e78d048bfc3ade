import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '#kernel/failure.ts'
import { access, getConnection, type AccountAccess } from '#modules/connections/contract.ts'
import { listNotices } from '#modules/notifications/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import { changeBehind } from '#testing/outside.ts'
import type { TestApp } from '#testing/test-app.ts'
import { connectBy } from './consenting.ts'
import { startProvider, type TestProvider } from './providers.ts'

const HOUR = 3_600_000
const modules = ['identity', 'connections', 'notifications'] as const

describe.each(['google', 'microsoft'] as const)('tokens of %s', (service) => {
  let provider: TestProvider
  let app: TestApp
  let now: number
  const options = () => ({
    clock: () => now,
    registrations: { google: null, microsoft: null, [service]: provider.registration },
  })
  beforeEach(async () => {
    now = Date.now()
    provider = await startProvider(service)
    app = await openAppOf(modules, options())
  })
  afterEach(async () => {
    await app[Symbol.asyncDispose]()
    await provider[Symbol.asyncDispose]()
  })

  it('are refreshed once, though 1,000 ask at the same moment', async () => {
    const { id } = await connectBy(app, service, provider)
    now += 2 * HOUR
    const opened = await Promise.all(Array.from({ length: 1000 }, () => open(app, id)))
    expect(provider.refreshes()).toBe(1)
    const tokens = new Set(opened.map(tokenOf))
    expect(tokens.size).toBe(1)
    expect(provider.given).toContain([...tokens][0])
    expect(await open(app, id).then(tokenOf)).toBe([...tokens][0])
    expect(provider.refreshes()).toBe(1)
  })

  it('are refreshed once by two processes on one database', async () => {
    const { id } = await connectBy(app, service, provider)
    now += 2 * HOUR
    // A SQLite file has one process at a time.
    await using other =
      app.databaseUrl === null
        ? null
        : await openAppOf(modules, { ...options(), dataFolder: app.dataFolder, databaseUrl: app.databaseUrl })
    // Long enough that both are at it.
    provider.pause = 500
    const both = [app, other ?? app]
    const opened = await Promise.all(Array.from({ length: 1000 }, (_, n) => open(both[n % 2]!, id, app)))
    expect(provider.refreshes()).toBe(1)
    expect(new Set(opened.map(tokenOf)).size).toBe(1)
  })

  it('are refreshed some minutes early, and an old one serves while the provider is away', async () => {
    const { id } = await connectBy(app, service, provider)
    const first = tokenOf(await open(app, id))
    now += HOUR - 4 * 60_000
    provider.shut = true
    expect(tokenOf(await open(app, id))).toBe(first)
    now += 3.5 * 60_000
    await expect(open(app, id)).rejects.toMatchObject({
      failure: { code: 'refresh-failed', declaration: { retryable: true } },
    })
    expect(await app.call(getConnection, { id })).toMatchObject({ state: 'active' })
    provider.shut = false
    // Nobody asks a provider again at once that has just failed.
    const asked = provider.refreshes()
    await expect(open(app, id)).rejects.toBeInstanceOf(FailureError)
    expect(provider.refreshes()).toBe(asked)
    now += 10 * 60_000
    expect(tokenOf(await open(app, id))).not.toBe(first)
  })

  it('that rotate are kept together, over many refreshes', async () => {
    const { id } = await connectBy(app, service, provider)
    for (let round = 1; round <= 3; round += 1) {
      now += 2 * HOUR
      await open(app, id)
      expect(provider.refreshes()).toBe(round)
    }
  })

  it('that are refused for good mark the account and tell its owner', async () => {
    const { id } = await connectBy(app, service, provider)
    await app.takeEvents()
    now += 2 * HOUR
    provider.forget()
    const answers = await Promise.allSettled(Array.from({ length: 100 }, () => open(app, id)))
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { failure: { code: 'needs-consent' } } })
    expect(provider.refreshes()).toBe(1)
    await app.settle()
    expect(await app.call(getConnection, { id })).toMatchObject({
      state: 'needs-consent',
      problem: { code: 'needs-consent' },
    })
    expect(await app.takeEvents()).toEqual(['connections.changed', 'connections.consent-lost', 'notifications.added'])
    expect((await app.call(listNotices, {})).items).toMatchObject([
      { kind: 'account', title: 'ada@example.test must be signed in again', record: { id } },
    ])
    await expect(open(app, id)).rejects.toMatchObject({ failure: { code: 'needs-consent' } })
    expect(provider.refreshes()).toBe(1)
    expect((await connectBy(app, service, provider, { connectionId: id })).state).toBe('active')
    await open(app, id)
  })

  it('that a server refuses are fetched anew once, and then need the owner', async () => {
    const { id } = await connectBy(app, service, provider)
    const first = tokenOf(await open(app, id))
    now += HOUR / 2
    await Promise.all([refused(app, id), refused(app, id)])
    const second = tokenOf(await open(app, id))
    expect([second === first, provider.refreshes()]).toEqual([false, 1])
    await refused(app, id)
    await expect(open(app, id)).rejects.toMatchObject({ failure: { code: 'needs-consent' } })
  })

  it('wait for a process that holds the lease, and go on when it has died', async () => {
    const { id } = await connectBy(app, service, provider)
    now += 2 * HOUR
    await changeBehind(
      app,
      `INSERT INTO connections_lease (connection_id, holder, until) VALUES ('${id}', 'another process', ${now + 30_000})`,
    )
    let ended = false
    const waiting = open(app, id).finally(() => (ended = true))
    // Many times as long as it would take not to wait.
    await setTimeout(500)
    expect([ended, provider.refreshes()]).toEqual([false, 0])
    now += 31_000
    await waiting
    expect(provider.refreshes()).toBe(1)
  })

  it('are told of by their state alone', async () => {
    const { id } = await connectBy(app, service, provider)
    now += 2 * HOUR
    const validate = async () => {
      const response = await app.fetch(`/api/v1/connections/${id}/validate`, { method: 'POST' })
      return response.json()
    }
    expect(await validate()).toMatchObject({ state: 'active', valid: true, refreshed: true, problem: null })
    expect(await validate()).toMatchObject({ state: 'active', valid: true, refreshed: false })
    now += 2 * HOUR
    provider.forget()
    expect(await validate()).toMatchObject({ state: 'needs-consent', valid: false, problem: 'needs-consent' })
  })
})

const ofOwner = ({ owner }: TestApp, connectionId: string) => ({
  connectionId,
  userId: owner.id,
  workspaceId: owner.workspaceId,
})

const open = (app: TestApp, id: string, owning: TestApp = app): Promise<AccountAccess> =>
  app.daybook.kernel.services.modules.get(access, 'connections').open(ofOwner(owning, id))

const refused = (app: TestApp, id: string) =>
  app.daybook.kernel.services.modules.get(access, 'connections').refused(ofOwner(app, id), 'The server said no')

function tokenOf({ imap }: AccountAccess): string {
  return imap && 'accessToken' in imap.auth ? imap.auth.accessToken : ''
}
