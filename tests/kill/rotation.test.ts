import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { pauseConnection } from '#modules/connections/contract.ts'
import { storeConnection } from '#modules/connections/server/internal.ts'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import { ServerProcess, watchDatabase } from './server-process.ts'

const ACCOUNTS = 1000
const LEFT = `SELECT COUNT(*) AS n FROM connections_secret WHERE key_id <> (SELECT id FROM connections_data_key WHERE is_current = 1)`

afterAll(() => ServerProcess.killAll())

it('turns the vault over although it is killed again and again, and every secret opens at each start', async () => {
  await using folder = await temporaryFolder()
  await keepAccounts(folder.path)
  let server = new ServerProcess(folder.path)
  await server.call('POST', '/admin/vault/rotate', {})
  let caught = 0
  for (const share of [0.7, 0.3]) {
    const { n } = await watchDatabase(folder.path, LEFT, (row) => Number(row.n) <= share * ACCOUNTS)
    await sleep(Math.random() * 4)
    await server.kill()
    if (Number(n) > 0) caught += 1
    server = new ServerProcess(folder.path)
    expect(await server.call('GET', '/admin/vault/verify')).toMatchObject({ holds: true, secrets: ACCOUNTS })
  }
  expect(caught).toBeGreaterThan(0)
  await watchDatabase(folder.path, 'SELECT COUNT(*) AS n FROM connections_data_key', (row) => row.n === 1)
  expect(await server.call('GET', '/admin/vault/verify')).toMatchObject({ holds: true, keys: 1, secrets: ACCOUNTS })
  await server.stop()
}, 120_000)

async function keepAccounts(dataFolder: string): Promise<void> {
  await using app = await openAppOf(['identity', 'connections'], { dataFolder })
  const adding = systemActor('adding', app.owner.workspaceId, app.owner.id)
  const keep = async (n: number) => {
    const address = `ada-${n}@example.test`
    const servers = { imap: null, smtp: null }
    const account = { provider: 'imap', address, name: address, ...servers, password: `secret ${n}` }
    const { id } = await app.daybook.kernel.callAs(adding, storeConnection, account)
    await app.call(pauseConnection, { id })
  }
  for (let n = 0; n < ACCOUNTS; n += 100) await Promise.all(Array.from({ length: 100 }, (_, m) => keep(n + m)))
}
