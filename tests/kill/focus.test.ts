import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { seeded } from './kill-import.ts'
import { ServerProcess } from './server-process.ts'

const KILLS = 3

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => void (folder = await temporaryFolder()))
afterEach(async () => {
  await ServerProcess.killAll()
  await folder[Symbol.asyncDispose]()
})

it('keeps the session and its clock however often its process is killed, and counts its time once', async () => {
  const random = seeded(1500)
  let session: { id: string; startedAt: string }
  let task: { id: string }
  {
    await using server = new ServerProcess(folder.path)
    task = await server.call('POST', '/tasks', { title: 'Write the letter' })
    session = await server.call('POST', '/focus/sessions', { taskId: task.id })
  }
  for (let kill = 0; kill < KILLS; kill++) {
    await using server = new ServerProcess(folder.path)
    await server.call('POST', `/focus/sessions/${session.id}/pause`)
    await server.call('POST', `/focus/sessions/${session.id}/resume`)
    // What is under way when it is killed has happened or has not: both are right.
    const last = server.call('POST', '/focus/thoughts', { text: 'Water the plants' }).catch(() => undefined)
    await sleep(random() * 40)
    await server.kill()
    await last
  }

  await using server = new ServerProcess(folder.path)
  const { session: now } = await server.call('GET', '/focus')
  expect(now).toMatchObject({ id: session.id, state: 'working', startedAt: session.startedAt })
  const { items: thoughts } = await server.call('GET', '/focus/thoughts')
  expect(now.distractions).toBe(thoughts.length)
  expect(now.workedSeconds).toBeLessThanOrEqual((Date.parse(now.now) - Date.parse(now.startedAt)) / 1000)

  const ended = await server.call('POST', `/focus/sessions/${session.id}/finish`)
  const entries = async () => (await server.call('GET', `/tasks/time?taskId=${task.id}`)).items
  await expect.poll(async () => (await entries()).length, { timeout: 30_000 }).toBe(KILLS + 1)
  const seconds = (await entries()).reduce((sum: number, entry: { seconds: number }) => sum + entry.seconds, 0)
  // Each stretch is rounded to the second.
  expect(Math.abs(seconds - ended.workedSeconds)).toBeLessThanOrEqual(KILLS + 1)
}, 180_000)
