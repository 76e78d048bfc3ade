import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { createEmptyPostgres, dropPostgres, testPostgresUrl } from '#testing/postgres-databases.ts'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { verify } from '../kill/inspect.ts'
import { ServerProcess } from '../kill/server-process.ts'

afterEach(() => ServerProcess.killAll())

const ROUNDS = 3

it('loses nothing that was answered when its process is killed, and seals what that process left', async () => {
  const server = testPostgresUrl()!
  const url = await createEmptyPostgres(server)
  await using folder = await temporaryFolder()
  // The processes that are started here have it from their parent.
  process.env.DAYBOOK_DATABASE_URL = url
  try {
    const answered: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await using daybook = new ServerProcess(folder.path)
      await daybook.fetch('/tasks')
      const writers = Array.from({ length: 8 }, () => write(daybook, answered))
      const before = answered.length
      while (answered.length < before + 20) await sleep(2)
      await daybook.kill()
      await Promise.all(writers)
    }
    const report = await verify(folder.path)
    expect(report.faults).toEqual([])

    await using daybook = new ServerProcess(folder.path)
    const kept = new Set(await allTasks(daybook))
    expect(answered.filter((id) => !kept.has(id))).toEqual([])
    expect(answered.length).toBeGreaterThanOrEqual(ROUNDS * 20)
    await daybook.stop()
  } finally {
    delete process.env.DAYBOOK_DATABASE_URL
    await dropPostgres(server, url)
  }
}, 120_000)

/** Makes tasks until the server is gone, and remembers each that was answered. */
async function write(daybook: ServerProcess, answered: string[]): Promise<void> {
  for (;;) {
    const made = await daybook.call('POST', '/tasks', { title: 'kept' }).catch(() => null)
    if (made === null) return
    answered.push(String(made.id))
  }
}

async function allTasks(daybook: ServerProcess): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: { id: string }[]; next: string | null } = await daybook.call(
      'GET',
      `/tasks?view=all&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next
  }
  return ids
}
