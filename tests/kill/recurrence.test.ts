import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { seeded } from './kill-import.ts'
import { ServerProcess } from './server-process.ts'

const DAY = 86_400_000
const KILLS = 3

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => void (folder = await temporaryFolder()))
afterEach(async () => {
  await ServerProcess.killAll()
  await folder[Symbol.asyncDispose]()
})

interface Listed {
  id: string
  dueAt: string
}

it('has one open task a series and one task a date, however often it is killed', async () => {
  const random = seeded(5545)
  const first = Date.UTC(2024, 0, 1, 9)
  {
    await using server = new ServerProcess(folder.path)
    const { id } = await server.call('POST', '/tasks', { title: 'Diary', dueAt: new Date(first).toISOString() })
    const rule = { rule: 'FREQ=DAILY', zone: 'UTC', onMiss: 'keep' }
    await server.call('PUT', `/tasks/${id}/recurrence`, rule)
  }
  for (let kill = 0; kill < KILLS; kill++) {
    await using server = new ServerProcess(folder.path)
    for (let n = 0; n < 3; n++) await completeOpen(server)
    // What is under way when it is killed has happened or has not: both are right.
    const last = completeOpen(server).catch(() => undefined)
    await sleep(random() * 60)
    await server.kill()
    await last
  }

  await using server = new ServerProcess(folder.path)
  const open = (await server.call('GET', '/tasks')).items as Listed[]
  expect(open).toHaveLength(1)
  const done = (await server.call('GET', '/tasks?view=done&limit=200')).items as Listed[]
  const dates = [...done, ...open].map(({ dueAt }) => (Date.parse(dueAt) - first) / DAY).toSorted((a, b) => a - b)
  expect(dates).toEqual(dates.map((_, day) => day))
  expect(done.length).toBeGreaterThanOrEqual(3 * KILLS)
}, 180_000)

async function completeOpen(server: ServerProcess): Promise<void> {
  const [open] = (await server.call('GET', '/tasks')).items as Listed[]
  await server.call('POST', `/tasks/${open!.id}/complete`)
}
