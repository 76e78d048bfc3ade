import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createServerDatabase, type ServerDatabase } from '#testing/server-database.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { searched, verify } from './inspect.ts'
import { ServerProcess } from './server-process.ts'

const TOTAL = 1500
const KILLS = [0.2, 0.6]
const archive = Buffer.from(
  mbox(Array.from({ length: TOTAL }, (_, n) => mailText({ subject: `mail ${n}`, id: `m${n}`, body: `number ${n}` }))),
)

let folder: string
let database: ServerDatabase
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-smoke-'))
  database = await createServerDatabase()
})
afterAll(async () => {
  await ServerProcess.killAll()
  await database.remove()
  await rm(folder, { recursive: true, force: true })
})

// Through the API alone, so that it runs on either runtime and either database.
it('loses nothing that was acknowledged, and finishes what it began, when its process is killed', async () => {
  let server = new ServerProcess(folder, database.environment)
  const upload = await server.fetch('/uploads?name=mail.mbox', {
    method: 'POST',
    body: new Uint8Array(archive),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { id: uploadId } = (await upload.json()) as { id: string }
  const { import: id } = await server.call('POST', '/imports/mail', { uploadId })
  const titles: string[] = []
  for (const share of KILLS) {
    await untilStored(server, id, share * TOTAL)
    const title = `made before the kill at ${share}`
    await server.call('POST', '/tasks', { title })
    titles.push(title)
    await server.kill()
    server = new ServerProcess(folder, database.environment)
  }
  const done = await untilStored(server, id, Infinity)
  expect(done).toMatchObject({ state: 'done', seen: TOTAL, stored: TOTAL, duplicates: 0, failures: 0 })
  expect(new Set(await searched(server, 'in:inbox')).size).toBe(TOTAL)
  const tasks = await server.call('GET', '/tasks')
  expect(tasks.items.map(({ title }: { title: string }) => title).sort()).toEqual(titles.sort())
  await server.stop()
  expect(await verify(folder, database.environment)).toMatchObject({ ok: true, faults: [] })
}, 120_000)

async function untilStored(server: ServerProcess, id: string, stored: number) {
  for (const deadline = Date.now() + 100_000; Date.now() < deadline; await sleep(10)) {
    const now = await server.call('GET', `/imports/${id}`)
    if (now.stored >= stored || now.state === 'done') return now
    if (now.state === 'failed') throw new Error(`The import failed: ${JSON.stringify(now.problem)}`)
  }
  throw new Error(`The import did not store ${stored} messages`)
}
