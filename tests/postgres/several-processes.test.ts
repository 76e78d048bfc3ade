import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { enqueueOnce } from '#kernel/jobs/job-store.ts'
import { addNote, doWork, tickJob, workJob } from '#testing/notes/contract.ts'
import { newHooks } from '#testing/notes/module.ts'
import { openNotesApp } from '#testing/notes/open-notes-app.ts'
import { everyRow } from '#testing/outside.ts'

it('runs each job once, whichever process takes it', async () => {
  const ran: string[] = []
  const hooks = [newHooks(), newHooks()]
  for (const { jobs } of hooks) {
    jobs.once = async ({ jobId }) => {
      ran.push(jobId)
      await sleep(5)
    }
  }
  await using first = await openNotesApp({ hooks: hooks[0]! })
  await using second = await openNotesApp({ hooks: hooks[1]!, databaseUrl: first.databaseUrl! })
  for (const app of [first, second])
    app.hooks.commands.start = async ({ enqueue }) => ({ id: await enqueue(workJob, { key: 'once' }) })
  await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 2 ? first : second).call(doWork, { key: 'start' })))
  await first.settle()
  const jobs = await everyRow(first, 'jobs')
  expect(jobs.map(({ state, attempt }) => ({ state, attempt }))).toEqual(
    Array.from({ length: 30 }, () => ({ state: 'done', attempt: 1 })),
  )
  expect(new Set(ran).size).toBe(30)
  expect(ran).toHaveLength(30)
}, 60_000)

it('takes a job over when the lease of its process has run out, and not before', async () => {
  let now = Date.now()
  const clock = () => now
  const hooks = newHooks()
  const attempts: number[] = []
  const end = Promise.withResolvers<void>()
  hooks.jobs.long = async ({ attempt }) => {
    attempts.push(attempt)
    if (attempt === 1) await end.promise
  }
  await using stack = new AsyncDisposableStack()
  const first = stack.use(await openNotesApp({ hooks, clock }))
  stack.defer(() => end.resolve())
  first.hooks.commands.start = async ({ enqueue }) => ({ id: await enqueue(workJob, { key: 'long' }) })
  await first.call(doWork, { key: 'start' })
  await expect.poll(() => attempts).toEqual([1])

  await using second = await openNotesApp({ hooks, clock, databaseUrl: first.databaseUrl! })
  second.daybook.kernel.services.jobs.wake()
  await sleep(100)
  expect(attempts).toEqual([1])
  now += 120_000
  second.daybook.kernel.services.jobs.wake()
  await expect.poll(() => attempts, { timeout: 5000 }).toEqual([1, 2])
  await second.settle()
  end.resolve()
  await first.settle()
  expect(await everyRow(first, 'jobs')).toMatchObject([{ state: 'done', attempt: 2 }])
}, 30_000)

it('projects every event once, though two processes look', async () => {
  await using first = await openNotesApp()
  await using second = await openNotesApp({ databaseUrl: first.databaseUrl! })
  await Promise.all(
    Array.from({ length: 120 }, (_, n) => (n % 2 ? first : second).call(addNote, { text: 'x'.repeat(1 + (n % 9)) })),
  )
  await Promise.all([first.settle(), second.settle()])
  const lengths = await everyRow(first, 'notes_length')
  expect(lengths).toHaveLength(120)
  const cursors = await everyRow(first, 'subscriptions')
  expect(new Set(cursors.map(({ position }) => position)).size).toBe(1)
}, 60_000)

it('serves a time of a schedule once, though two processes look at the clock', async () => {
  const ticks: string[] = []
  const hooks = newHooks()
  hooks.jobs.tick = async ({ jobId }) => ticks.push(jobId)
  await using first = await openNotesApp({ hooks, schedule: true })
  await using second = await openNotesApp({ hooks, schedule: true, databaseUrl: first.databaseUrl! })
  await expect.poll(() => ticks.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
  await first.settle()
  const keys = (await everyRow(first, 'jobs')).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  // A process whose clock is a little behind comes when the job has ended.
  const late = { actor: systemActor(tickJob.name, '', null), at: Date.now(), key: String(keys[0]) }
  await second.daybook.kernel.services.database.write((transaction) => enqueueOnce(transaction, tickJob, {}, late))
  const served = (await everyRow(first, 'jobs')).filter(({ key }) => key === keys[0])
  expect(served).toMatchObject([{ state: 'done' }])
}, 30_000)

it('tells a process of what another has stored', async () => {
  await using first = await openNotesApp()
  await using second = await openNotesApp({ databaseUrl: first.databaseUrl! })
  let told = 0
  second.daybook.kernel.services.dispatcher.onStored(() => (told += 1))
  await second.settle()
  const before = told
  await first.call(addNote, { text: 'news' })
  await expect.poll(() => told, { timeout: 5000 }).toBeGreaterThan(before)
})

it('replays a projection while another process works', async () => {
  await using first = await openNotesApp()
  await using second = await openNotesApp({ databaseUrl: first.databaseUrl! })
  for (let n = 0; n < 30; n++) await first.call(addNote, { text: 'x'.repeat(1 + (n % 5)) })
  await first.settle()
  const before = JSON.stringify(await everyRow(first, 'notes_length'))
  await Promise.all([second.daybook.kernel.services.dispatcher.replay('notes.lengths'), first.settle()])
  await first.settle()
  expect(JSON.stringify(await everyRow(first, 'notes_length'))).toBe(before)
}, 30_000)
