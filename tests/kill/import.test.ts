import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mailText, mbox } from '../mail/write-mail.ts'
import { leftUploads, mailOf, query, searched, searchedHashes, threadsOf, verify } from './inspect.ts'
import { importInPeace, importWithKills, killDuringUpload, seeded, undoWithKills } from './kill-import.ts'
import { ServerProcess } from './server-process.ts'

const SEED = 20260302
const TOTAL = 2500
const words = ['alder', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'larch', 'maple', 'oak', 'pine']
const archive = gzipSync(
  mbox(
    Array.from({ length: TOTAL }, (_, n) =>
      mailText({
        subject: `mail ${n}`,
        id: `m${n}`,
        references: n % 7 ? [`m${n - 1}`] : [],
        headers: n % 3 ? [] : ['Status: RO'],
        body: n % 250 === 9 ? `${words[n % 10]} `.repeat(60_000) : `${words[n % 10]} ${words[(n * 7) % 10]}`,
      }),
    ),
  ),
)

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'daybook-kill-'))))
afterAll(async () => {
  await ServerProcess.killAll()
  await rm(folder, { recursive: true, force: true })
})

it('imports the same mail however often its process is killed, and undoes it too', async () => {
  const random = seeded(SEED)
  const [killed, peaceful] = [join(folder, 'killed'), join(folder, 'peaceful')]
  const { server, importId, kills } = await importWithKills(killed, archive, {
    total: TOTAL,
    shares: Array.from({ length: 6 }, random),
    random,
  })
  await using other = await importInPeace(peaceful, archive)
  expect(kills.filter(({ state, stored }) => state === 'running' && stored < TOTAL).length).toBeGreaterThanOrEqual(5)

  expect(mailOf(killed)).toHaveLength(TOTAL)
  expect(mailOf(killed)).toEqual(mailOf(peaceful))
  expect(threadsOf(killed)).toEqual(threadsOf(peaceful))
  expect(await server.call('GET', `/imports/${importId}`)).toMatchObject({
    seen: TOTAL,
    stored: TOTAL,
    duplicates: 0,
    failures: 0,
  })
  expect(new Set(await searched(server, 'in:inbox')).size).toBe(TOTAL)
  expect(await searchedHashes(server, 'cedar')).toEqual(await searchedHashes(other, 'cedar'))
  expect(await leftUploads(killed)).toEqual([])

  const last = await undoWithKills(server, importId, [1900, 900, 30], random)
  for (const table of ['message', 'content', 'attachment', 'reference', 'thread_place']) {
    expect(query(killed, `SELECT COUNT(*) AS n FROM mail_${table}`), table).toEqual([{ n: 0 }])
  }
  expect(await searched(last, 'cedar')).toEqual([])
  await last.stop()
  await other.stop()
  for (const dataFolder of [killed, peaceful]) {
    expect(await verify(dataFolder)).toMatchObject({ ok: true, faults: [] })
    expect(query(dataFolder, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  }
}, 120_000)

it('keeps nothing of an upload in which its process was killed', async () => {
  const dataFolder = join(folder, 'upload')
  const after = await killDuringUpload(new ServerProcess(dataFolder))
  expect((await after.call('GET', '/imports')).items).toEqual([])
  expect(await leftUploads(dataFolder)).toEqual([])
  expect(query(dataFolder, 'SELECT COUNT(*) AS n FROM uploads')).toEqual([{ n: 0 }])
  await after.stop()
  expect(await verify(dataFolder)).toMatchObject({ ok: true })
}, 60_000)
