import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listThreads, type ThreadSummary } from '#modules/mail/contract.ts'
import { alarms } from '#modules/mail/server/tidying/internal.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'
import { openMailApp } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'

/** An app whose clock a test sets. */
export interface TidyingApp extends TestApp {
  /** Ends it and opens it again on the same data at another time. */
  reopen(at: number): Promise<TidyingApp>
}

export const NOON = Date.UTC(2026, 2, 4, 12)
export const tomorrow = '2026-03-05T12:00:00.000Z'

const clocks = new WeakMap<TestApp, { now: number }>()

/** Opens an app at noon of 4 March 2026. */
export async function openTidyingApp(
  options: TestAppOptions = {},
  open: (options: TestAppOptions) => Promise<TestApp> = openMailApp,
): Promise<TidyingApp> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'daybook-tidying-'))
  const app = await openAt(NOON, { ...options, dataFolder }, open)
  const dispose = app[Symbol.asyncDispose].bind(app)
  app[Symbol.asyncDispose] = async () => {
    await dispose()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return app
}

async function openAt(
  at: number,
  options: TestAppOptions,
  open: (options: TestAppOptions) => Promise<TestApp>,
): Promise<TidyingApp> {
  const clock = { now: at }
  const app = (await open({ ...options, clock: () => clock.now })) as TidyingApp
  clocks.set(app, clock)
  const close = app.daybook.close.bind(app.daybook)
  let ended: Promise<void> | null = null
  app.daybook.close = () => (ended ??= close())
  app[Symbol.asyncDispose] = () => app.daybook.close()
  app.reopen = async (later) => {
    await app.daybook.close()
    return openAt(later, options, open)
  }
  return app
}

/** Sets the clock on the wall. */
export function atTime(app: TestApp, at: number): void {
  clocks.get(app)!.now = at
}

/** Has what is due looked for, as happens every few seconds; answers how many alarms rang. */
export function sweep(app: TestApp): Promise<number> {
  return app.daybook.kernel.services.modules.get(alarms, 'mail').sweep()
}

export async function inbox(app: TestApp): Promise<ThreadSummary[]> {
  return (await app.call(listThreads, { place: 'inbox' })).items
}

/** A thread of two and a thread of one. */
export const talk = [
  mailText({ subject: 'Plan', id: 'a', date: 'Mon, 02 Mar 2026 10:00:00 +0000' }),
  mailText({
    subject: 'Re: Plan',
    id: 'b',
    references: ['a'],
    from: 'Bo <bo@example.test>',
    date: 'Mon, 02 Mar 2026 10:20:00 +0000',
  }),
  mailText({ subject: 'Other', id: 'c', date: 'Mon, 02 Mar 2026 10:30:00 +0000' }),
]
