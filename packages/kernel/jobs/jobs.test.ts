import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { TestApp } from '#testing/test-app.ts'
import { fillDisk } from '#testing/full-disk.ts'
import { addNote, doWork, listNotes, tickJob, workJob } from '#testing/notes/contract.ts'
import { newHooks, type NotesHooks } from '#testing/notes/module.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { cancelJob, getJob, listJobs, type Job } from '../builtin/contract.ts'
import { commonFailure, FailureError } from '../failure.ts'

type Work = NotesHooks['jobs'][string]

it('runs a job as the system on behalf of who started it, and keeps its result', async () => {
  await using app = await openNotesApp()
  const id = await start(app, async ({ actor, call, attempt }) => {
    await call(addNote, { text: 'by the job' })
    return { by: actor.id, for: actor.onBehalfOf, attempt }
  })
  await app.settle()
  const job = await app.call(getJob, { id })
  expect(job).toMatchObject({
    state: 'done',
    attempt: 1,
    result: { by: 'system:notes.work', for: app.owner.id, attempt: 1 },
    problem: null,
  })
  expect(job.startedAt).not.toBeNull()
  expect(job.finishedAt).not.toBeNull()
  expect((await app.call(listNotes, {})).items).toHaveLength(1)
})

it('tries again with a growing pause, and rests as failed after the last try', async () => {
  await using app = await openNotesApp()
  const tries: number[] = []
  const id = await start(app, async () => {
    tries.push(performance.now())
    throw new Error('Not today: secret detail')
  })
  await expect
    .poll(() => get(app, id), { timeout: 15_000, interval: 100 })
    .toMatchObject({ state: 'failed', attempt: 3 })
  expect(tries).toHaveLength(3)
  const [first, second] = [tries[1]! - tries[0]!, tries[2]! - tries[1]!]
  expect(first).toBeGreaterThanOrEqual(450)
  expect(second).toBeGreaterThanOrEqual(950)
  // The log has the cause; what people see does not tell the insides.
  expect((await get(app, id)).problem).toEqual({ code: 'internal', detail: expect.not.stringContaining('secret') })
}, 20_000)

it('does not try again what was refused', async () => {
  await using app = await openNotesApp()
  let tries = 0
  app.hooks.commands.refused = async ({ fail }) => fail('work-refused')
  const id = await start(app, async ({ call }) => {
    tries += 1
    await call(doWork, { key: 'refused' })
  })
  await app.settle()
  expect(await get(app, id)).toMatchObject({
    state: 'failed',
    problem: { code: 'work-refused', detail: 'The work was refused' },
  })
  expect(tries).toBe(1)
})

it('goes on after a crash with a job that was running', async () => {
  await using folder = await temporaryFolder()
  let id = ''
  {
    await using app = await openNotesApp({ dataFolder: folder.path })
    id = await start(app, async () => 'never ran')
    await app.settle()
    // As a killed process leaves it: running, with a lease.
    await app.daybook.database.write(async (transaction) => {
      await transaction.run(
        "UPDATE jobs SET state = 'running', attempt = 1, lease_until = 1, result = NULL, finished_at = NULL WHERE id = ?",
        id,
      )
    })
  }
  const hooks = newHooks()
  hooks.jobs.work = async ({ attempt }) => ({ attempt })
  await using app = await openNotesApp({ dataFolder: folder.path, hooks })
  await app.settle()
  expect(await get(app, id)).toMatchObject({ state: 'done', result: { attempt: 2 } })
})

it('pauses at a stop and goes on at the next start; a pause is no try', async () => {
  await using folder = await temporaryFolder()
  let id = ''
  {
    await using app = await openNotesApp({ dataFolder: folder.path })
    const running = Promise.withResolvers<void>()
    id = await start(app, async ({ signal, progress }) => {
      progress(3, 10, 'notes')
      running.resolve()
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    })
    await running.promise
  }
  const hooks = newHooks()
  hooks.jobs.work = async ({ attempt }) => ({ attempt })
  await using app = await openNotesApp({ dataFolder: folder.path, hooks })
  await app.settle()
  expect(await get(app, id)).toMatchObject({ state: 'done', attempt: 1, result: { attempt: 1 } })
})

it('cancels a running job at once and a waiting one before it runs', async () => {
  await using app = await openNotesApp()
  let ran = 0
  const wait: Work = async ({ signal }) => {
    ran += 1
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
  }
  // Two run at once; the third waits.
  const ids = [await start(app, wait), await start(app, wait), await start(app, wait)]
  await expect.poll(() => ran).toBe(2)
  for (const id of ids.toReversed()) await app.call(cancelJob, { id })
  await app.settle()
  for (const id of ids) expect(await get(app, id)).toMatchObject({ state: 'cancelled' })
  expect(ran).toBe(2)
  expect(await app.as(app.owner).call(cancelJob, { id: ids[0]! })).toMatchObject({ code: 'already-finished' })
})

it('runs no more of a kind at once than it says', async () => {
  await using app = await openNotesApp()
  let now = 0
  let most = 0
  for (let n = 0; n < 6; n++) {
    await start(app, async () => {
      most = Math.max(most, ++now)
      await sleep(20)
      now -= 1
    })
  }
  await app.settle()
  expect(most).toBe(2)
})

it('shows the progress while it runs, and streams each change', async () => {
  await using app = await openNotesApp()
  const go = Promise.withResolvers<void>()
  const id = await start(app, async ({ progress }) => {
    progress(1, 2, 'notes')
    await go.promise
    progress(2, 2, 'notes')
    return 'all'
  })
  await expect
    .poll(() => get(app, id))
    .toMatchObject({ state: 'running', progress: { done: 1, total: 2, unit: 'notes' } })
  const response = await app.fetch(`/api/v1/jobs/${id}/watch`)
  setTimeout(() => go.resolve(), 50)
  const text = await response.text()
  expect(text).toContain('"state":"running"')
  expect(text).toContain('"state":"done"')
  expect(await get(app, id)).toMatchObject({ progress: { done: 2, total: 2 }, result: 'all' })
})

it('makes one job of a key that has not ended, in each workspace its own', async () => {
  await using app = await openNotesApp()
  const go = Promise.withResolvers<void>()
  app.hooks.jobs.work = () => go.promise
  app.hooks.commands.keyed = async ({ enqueue }) => ({ id: await enqueue(workJob, { key: 'work' }, { key: 'one' }) })
  const stranger = app.person('owner', '01933b6e-8f00-7000-8000-000000000001')
  const ids = (await Promise.all(
    [app.owner, app.owner, stranger].map((actor) => app.as(actor).call(doWork, { key: 'keyed' })),
  )) as { id: string }[]
  expect(ids[1]!.id).toBe(ids[0]!.id)
  expect(ids[2]!.id).not.toBe(ids[0]!.id)
  go.resolve()
  await app.settle()
  expect((await app.call(doWork, { key: 'keyed' })).id).not.toBe(ids[0]!.id)
  await app.settle()
})

it('waits until a job is due', async () => {
  await using app = await openNotesApp()
  let ranAt = 0
  app.hooks.jobs.work = async () => void (ranAt = Date.now())
  app.hooks.commands.later = async ({ enqueue, now }) => ({
    id: await enqueue(workJob, { key: 'work' }, { runAt: now() + 400 }),
  })
  const asked = Date.now()
  await app.call(doWork, { key: 'later' })
  await expect.poll(() => ranAt, { timeout: 5000 }).toBeGreaterThanOrEqual(asked + 400)
})

it('shows a job to who started it and to nobody else', async () => {
  await using app = await openNotesApp()
  const id = await start(app, async () => 'mine')
  await app.settle()
  for (const other of [app.person('owner'), app.person('owner', '01933b6e-8f00-7000-8000-000000000001')]) {
    expect(await app.as(other).call(getJob, { id })).toMatchObject({ code: 'job-not-found' })
    expect(await app.as(other).call(cancelJob, { id })).toMatchObject({ code: 'job-not-found' })
    expect(await app.as(other).call(listJobs, {})).toMatchObject({ items: [] })
  }
  expect((await app.call(listJobs, { state: 'done' })).items).toHaveLength(1)
})

it('comes round by its schedule, once a time', async () => {
  const hooks = newHooks()
  let ticks = 0
  hooks.jobs.tick = async () => void (ticks += 1)
  await using app = await openNotesApp({ hooks, schedule: true })
  await sleep(2300)
  await app.settle()
  const rows = await app.daybook.database.read(async (transaction) =>
    transaction.all('SELECT key FROM jobs WHERE name = ?', tickJob.name),
  )
  expect(ticks).toBeGreaterThanOrEqual(2)
  expect(ticks).toBeLessThanOrEqual(3)
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
})

it('outlives a full disk: the end of a job is written when there is room again', async () => {
  await using app = await openNotesApp()
  const go = Promise.withResolvers<void>()
  const id = await start(app, async () => {
    await go.promise
    return 'x'.repeat(100_000)
  })
  await expect.poll(() => get(app, id)).toMatchObject({ state: 'running' })
  const makeRoom = await fillDisk(app, { pages: 0, rows: 0 })
  go.resolve()
  await sleep(300)
  await makeRoom()
  await expect
    .poll(() => get(app, id), { timeout: 5000 })
    .toMatchObject({
      state: 'done',
      // The work was done once: only its end had to wait.
      attempt: 1,
    })
})

it('tries again what failed for a reason that passes', async () => {
  await using app = await openNotesApp()
  let tries = 0
  const id = await start(app, async () => {
    tries += 1
    if (tries === 1) throw new FailureError(commonFailure('disk-full'))
    return 'then'
  })
  await expect.poll(() => get(app, id), { timeout: 5000 }).toMatchObject({ state: 'done', attempt: 2 })
})

async function start(app: TestApp & { hooks: NotesHooks }, work: Work): Promise<string> {
  const others = Object.keys(app.hooks.jobs).length
  const key = others === 0 ? 'work' : `work-${others}`
  app.hooks.jobs[key] = work
  app.hooks.commands.start = async ({ enqueue }) => ({ id: await enqueue(workJob, { key }) })
  return (await app.call(doWork, { key: 'start' })).id!
}

function get(app: TestApp, id: string): Promise<Job> {
  return app.call(getJob, { id })
}
