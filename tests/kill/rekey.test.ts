import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
// @ts-expect-error -- Plain JavaScript, that any Node can run.
import { findRuntime } from '../../bin/bootstrap/runtime.js'
import { systemActor } from '#kernel/actor.ts'
import { storeConnection } from '#modules/connections/server/internal.ts'
import { totpPlace } from '#modules/identity/server/accounts/check-factor.ts'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'
import { seeded } from './kill-import.ts'

const PROGRAM = join(import.meta.dirname, '../../apps/cli/main.ts')
const SECRETS = 120

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => void (folder = await temporaryFolder()))
afterEach(() => folder[Symbol.asyncDispose]())

const open = (more: Partial<TestAppOptions> = {}) =>
  openAppOf(['identity', 'connections'], { dataFolder: folder.path, ...more })
const keyFile = () => readFile(join(folder.path, 'instance.key'), 'utf8')
const vaultOf = async (app: TestApp) => (await app.fetch('/api/v1/admin/vault/verify')).json()

/** Secrets under a data key, and one under the instance key itself. */
async function fill(): Promise<void> {
  await using app = await open()
  const adding = systemActor('adding', app.owner.workspaceId, app.owner.id)
  for (let n = 0; n < SECRETS; n++) {
    const address = `ada-${n}@example.test`
    const account = { provider: 'imap', address, name: address, imap: null, smtp: null, password: `secret ${n}` }
    await app.daybook.kernel.callAs(adding, storeConnection, account)
  }
  const sealer = app.daybook.kernel.services.ports.sealer
  const totp = sealer.seal('JBSWY3DPEHPK3PXP', totpPlace(app.owner.id))
  await app.daybook.database.write(async (transaction) => {
    await transaction.run(
      'INSERT INTO identity_totp (user_id, sealed_secret, confirmed_at, last_step) VALUES (?, ?, 1, 0)',
      app.owner.id,
      totp,
    )
  })
}

/** Runs `daybook rekey`; killed after some milliseconds unless told nothing. */
async function rekey(
  killAfter: number | null,
  settings: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(findRuntime(), [PROGRAM, 'rekey', '--json', '--data', folder.path], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...settings },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)))
  const ended = once(child, 'close')
  if (killAfter !== null) await Promise.race([sleep(killAfter).then(() => child.kill('SIGKILL')), ended])
  const [code] = (await ended) as [number | null]
  return { code, said }
}

it('seals all under another key, refuses the former one, and says when that was done', async () => {
  await fill()
  const before = await keyFile()
  expect(await rekey(null)).toMatchObject({ code: 0, said: expect.stringContaining('"done"') })
  expect(await keyFile()).not.toBe(before)
  await expectAllOpens()
  await writeFile(join(folder.path, 'instance.key'), before)
  await expect(open()).rejects.toThrow('is not the one that this database was made with')
}, 60_000)

it('takes the key from another secret, and nothing is done twice', async () => {
  await fill()
  const next = { DAYBOOK_NEXT_SECRET: 'the secret to come, of 32 characters' }
  expect(await rekey(null, next)).toMatchObject({ code: 0, said: expect.stringContaining('"done"') })
  expect(await rekey(null, next)).toMatchObject({ code: 0, said: expect.stringContaining('"was-done"') })
  const current = { DAYBOOK_SECRET: next.DAYBOOK_NEXT_SECRET }
  const none = await rekey(null, current)
  expect([none.code === 0, none.said]).toEqual([false, expect.stringContaining('next-secret-missing')])
  const last = { DAYBOOK_NEXT_SECRET: 'yet another secret, longer than that' }
  expect(await rekey(null, { ...current, ...last })).toMatchObject({ code: 0 })
  expect(
    (await rekey(null, { ...current, DAYBOOK_NEXT_SECRET: 'and one more of them, 32 characters' })).said,
  ).toContain('wrong-key')
}, 60_000)

it('opens everything after it was killed, wherever that was, and ends what it began', async () => {
  await fill()
  const random = seeded(20261122)
  let cutShort = 0
  for (let round = 0; round < 8; round++) {
    const { code } = await rekey(60 + random() * 400)
    if (code !== 0) cutShort += 1
    await expectAllOpens()
  }
  expect(cutShort).toBeGreaterThan(0)
  expect(await rekey(null)).toMatchObject({ code: 0 })
  await expectAllOpens()
}, 120_000)

it('knows at the start which key is in force, where the process ended between database and file', async () => {
  await fill()
  const former = await keyFile()
  expect((await rekey(null)).code).toBe(0)
  const latter = await keyFile()
  // As it is after the commit and before the file was replaced.
  await writeFile(join(folder.path, 'instance.key'), former)
  await writeFile(join(folder.path, 'instance.key.next'), latter)
  await expectAllOpens()
  expect(await keyFile()).toBe(latter)
  // As it is before the commit.
  await writeFile(join(folder.path, 'instance.key.next'), former)
  await expectAllOpens()
  expect(await keyFile()).toBe(latter)
  await expect(readFile(join(folder.path, 'instance.key.next'))).rejects.toThrow('ENOENT')
}, 60_000)

async function expectAllOpens(): Promise<void> {
  await using app = await open()
  expect(await vaultOf(app)).toMatchObject({ holds: true, secrets: SECRETS, faults: [] })
  const { sealer } = app.daybook.kernel.services.ports
  const row = await app.daybook.database.read(async (transaction) =>
    transaction.get('SELECT user_id, sealed_secret FROM identity_totp'),
  )
  expect(sealer.open(String(row!.sealed_secret), totpPlace(String(row!.user_id)))).toBe('JBSWY3DPEHPK3PXP')
}
