import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { seeded } from './kill-import.ts'
import { ServerProcess } from './server-process.ts'

const KILLS = 4

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => void (folder = await temporaryFolder()))
afterEach(async () => {
  await ServerProcess.killAll()
  await folder[Symbol.asyncDispose]()
})

it('keeps every word that it said was kept, reads it after the kill, and makes it once', async () => {
  const random = seeded(77)
  const kept: { id: string; text: string }[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    await using server = new ServerProcess(folder.path)
    for (let number = 0; number < 5; number++) {
      const text = `Call number ${kill}.${number} and buy milk, eggs and bread`
      kept.push(await server.call('POST', '/capture', { text, zone: 'UTC', locale: 'en-GB' }))
    }
    // It is killed while they are being read, or one is being accepted.
    const last = server.call('POST', `/capture/${kept.at(-1)!.id}/accept`, {}).catch(() => undefined)
    await sleep(random() * 30)
    await server.kill()
    await last
  }

  await using server = new ServerProcess(folder.path)
  for (const { id, text } of kept) {
    const read = async () => server.call('GET', `/capture/${id}`)
    await expect.poll(async () => (await read()).state, { timeout: 30_000 }).not.toBe('reading')
    expect((await read()).text).toBe(text)
    expect((await read()).items).toHaveLength(4)
    await server.call('POST', `/capture/${id}/accept`, {})
    await server.call('POST', `/capture/${id}/accept`, {})
  }
  const { items } = await server.call('GET', '/tasks?limit=200')
  expect(items).toHaveLength(kept.length * 4)
  expect(
    new Set(items.filter((task: { kind: string }) => task.kind === 'task').map(({ title }: { title: string }) => title))
      .size,
  ).toBe(kept.length)
}, 180_000)
