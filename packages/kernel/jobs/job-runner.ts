import { systemActor } from '../actor.ts'
import type { JobContext } from '../context.ts'
import type { Transaction, Work } from '../database/port.ts'
import { appendEvents } from '../events/event-store.ts'
import { FailureError } from '../failure.ts'
import { jobChanged, type Job } from '../builtin/contract.ts'
import type { CallAs, Services } from '../services.ts'
import { JobCancelled, JobPaused } from './job-ends.ts'
import { beatJob, claimJob, finishJob, nextDue, pauseJob, retryJob, reviveJobs, type ClaimedJob } from './job-store.ts'
import { JobSchedules } from './job-schedules.ts'

/** Fifteen beats: what a killed process left is taken over soon, and one that is only slow keeps it. */
const LEASE_MILLISECONDS = 15_000
const BEAT_MILLISECONDS = 1000
/** Each statement is about one job, whose row it locks. */
const OWN_ROWS = { isolation: 'read-committed' } as const
/** How long to wait before the database is asked again that could not write. */
const STORAGE_PAUSE_MILLISECONDS = 1000
const MAX_BACKOFF_MILLISECONDS = 15 * 60_000

/** Runs jobs of this process: claims, heartbeats, retries with backoff and jitter, cancels, schedules. */
export class JobRunner {
  readonly #services: () => Services
  readonly #callAs: CallAs
  readonly #running = new Map<string, Running>()
  readonly #watchers = new Map<string, Set<() => void>>()
  readonly #schedules: JobSchedules
  #timer: ReturnType<typeof setTimeout> | undefined
  #active = false
  #looking: Promise<void> | null = null
  #again = false

  constructor(services: () => Services, callAs: CallAs) {
    this.#services = services
    this.#callAs = callAs
    this.#schedules = new JobSchedules(services, () => this.wake())
  }

  get running(): number {
    return this.#running.size
  }

  async start(): Promise<void> {
    const { database, clock } = this.#services()
    await database.write((transaction) => reviveJobs(transaction, clock()), OWN_ROWS)
    this.#active = true
    this.#schedules.start()
    this.wake()
  }

  /** Stops taking jobs and asks the running ones to pause; they go on at the next start. */
  async stop(): Promise<void> {
    this.#active = false
    clearTimeout(this.#timer)
    this.#schedules.stop()
    await this.#looking
    for (const { controller } of this.#running.values()) controller.abort(new JobPaused())
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
  }

  /** Looks for due jobs soon. */
  wake(): void {
    if (!this.#active) return
    if (this.#looking) {
      this.#again = true
      return
    }
    this.#looking = this.#look()
      .catch((cause: unknown) => this.#lookLater(cause))
      .finally(() => {
        this.#looking = null
        if (this.#again) {
          this.#again = false
          this.wake()
        }
      })
  }

  /** Tells a running job to stop; what it stored stays. */
  cancel(id: string): void {
    this.#running.get(id)?.controller.abort(new JobCancelled())
  }

  /** The progress of a job that runs here, newer than what is saved. */
  progressOf(id: string): Job['progress'] | null {
    return this.#running.get(id)?.progress ?? null
  }

  /** Resolves at the next change of a job, or when the signal says so. */
  changed(id: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const watchers = this.#watchers.get(id) ?? new Set()
      const done = () => {
        watchers.delete(done)
        if (watchers.size === 0) this.#watchers.delete(id)
        signal.removeEventListener('abort', done)
        resolve()
      }
      watchers.add(done)
      this.#watchers.set(id, watchers)
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    })
  }

  notify(id: string): void {
    for (const watcher of this.#watchers.get(id) ?? []) watcher()
  }

  async #look(): Promise<void> {
    const { database, clock } = this.#services()
    if (database.dialect === 'postgres') await this.#takeOver()
    for (;;) {
      const names = this.#namesWithRoom()
      const job = this.#active
        ? await database.write((transaction) => claimJob(transaction, names, clock(), LEASE_MILLISECONDS), OWN_ROWS)
        : null
      if (!job) break
      this.#begin(job)
    }
    const due = await database.read((transaction) => nextDue(transaction))
    clearTimeout(this.#timer)
    if (due === null || !this.#active) return
    // A due job without room waits for the end of another, which wakes us.
    const wait = Math.min(Math.max(due - clock(), 1000), 60_000)
    this.#timer = setTimeout(() => this.wake(), wait)
    this.#timer.unref()
  }

  /** Jobs of a process that died are anybody's. */
  async #takeOver(): Promise<void> {
    const { database, clock } = this.#services()
    await database.write((transaction) => reviveJobs(transaction, clock()), OWN_ROWS)
  }

  /** A full disk or a busy database passes; nobody is to be told but the log. */
  #lookLater(cause: unknown): void {
    this.#services().log.error({ cause }, 'job.not-claimed')
    clearTimeout(this.#timer)
    if (!this.#active) return
    this.#timer = setTimeout(() => this.wake(), STORAGE_PAUSE_MILLISECONDS)
    this.#timer.unref()
  }

  #namesWithRoom(): string[] {
    const counts = new Map<string, number>()
    for (const { job } of this.#running.values()) counts.set(job.name, (counts.get(job.name) ?? 0) + 1)
    return [...this.#services().registry.jobs.values()]
      .filter(({ job }) => (counts.get(job.name) ?? 0) < job.concurrency)
      .map(({ job }) => job.name)
  }

  #begin(job: ClaimedJob): void {
    const controller = new AbortController()
    const running: Running = { job, controller, progress: { done: 0, total: null, unit: '' }, ended: Promise.resolve() }
    this.#running.set(job.id, running)
    running.ended = this.#run(running).finally(() => {
      this.#running.delete(job.id)
      this.notify(job.id)
      this.wake()
    })
    this.notify(job.id)
  }

  async #run(running: Running): Promise<void> {
    const { job, controller } = running
    const services = this.#services()
    const handler = services.registry.jobs.get(job.name)!
    const beat = setInterval(() => void this.#beat(running), BEAT_MILLISECONDS)
    beat.unref()
    try {
      const result = await handler.handle(this.#contextOf(running))
      await this.#finish(running, { state: 'done', result: result ?? null })
    } catch (cause) {
      await this.#ended(running, cause, handler.job.attempts)
    } finally {
      clearInterval(beat)
      controller.abort(new JobCancelled())
    }
  }

  #contextOf(running: Running): JobContext<unknown> {
    const { job, controller } = running
    const services = this.#services()
    const actor = systemActor(job.name, job.workspaceId, job.onBehalfOf)
    const call = (operation: any, input: any, options?: any) =>
      this.#callAs(actor, operation, input, { ...options, surface: 'job', requestId: job.id })
    return {
      input: job.input,
      jobId: job.id,
      actor,
      attempt: job.attempt,
      signal: controller.signal,
      log: services.log,
      ports: services.ports,
      now: services.clock,
      call,
      ask: call,
      service: (definition) => services.modules.get(definition, services.registry.jobs.get(job.name)!.module.name),
      isQuiet: () => services.database.isQuiet(),
      delivered: (onProgress) => services.dispatcher.delivered(onProgress, controller.signal),
      progress: (done, total, unit) => {
        running.progress = { done, total, unit }
        this.notify(job.id)
      },
    }
  }

  async #beat(running: Running): Promise<void> {
    const { database, clock, log } = this.#services()
    try {
      const stop = await database.write(
        (transaction) => beatJob(transaction, running.job, clock() + LEASE_MILLISECONDS, running.progress),
        OWN_ROWS,
      )
      if (stop) running.controller.abort(new JobCancelled())
    } catch (cause) {
      // The next beat tries again; the lease outlasts many.
      log.warn({ job: running.job.id, cause }, 'job.beat-failed')
    }
  }

  async #ended(running: Running, cause: unknown, attempts: number): Promise<void> {
    const { job, controller } = running
    const { clock, log } = this.#services()
    const reason: unknown = controller.signal.aborted ? controller.signal.reason : cause
    if (reason instanceof JobPaused) {
      return this.#record((transaction) => pauseJob(transaction, job, clock(), running.progress))
    }
    if (reason instanceof JobCancelled) return this.#finish(running, { state: 'cancelled' })
    const problem = problemOf(cause)
    const retryable = !(cause instanceof FailureError) || cause.failure.declaration.retryable === true
    const about = { job: job.id, name: job.name, attempt: job.attempt }
    // A declared refusal is an answer for whoever asked; what broke is for whoever keeps Daybook.
    if (retryable) log.warn({ ...about, cause }, 'job.failed')
    else log.info({ ...about, code: problem.code }, 'job.refused')
    if (!retryable || job.attempt >= attempts) return this.#finish(running, { state: 'failed', problem })
    await this.#record((transaction) => retryJob(transaction, job, clock() + backoff(job.attempt), problem))
  }

  async #finish(
    running: Running,
    end: { state: 'done' | 'failed' | 'cancelled'; result?: unknown; problem?: Job['problem'] },
  ): Promise<void> {
    const at = this.#services().clock()
    await this.#record(async (transaction) => {
      await finishJob(transaction, running.job, { ...end, progress: running.progress, at })
      if (end.state === 'failed') await appendFailure(transaction, running.job, at)
    })
    if (end.state === 'failed') this.#services().dispatcher.wake()
  }

  /** Writes how a job stands. A full disk passes; until then the job counts as running, and a start afterwards revives it. */
  async #record(work: Work<void>): Promise<void> {
    const { database, log } = this.#services()
    for (;;) {
      try {
        return await database.write(work, OWN_ROWS)
      } catch (cause) {
        if (!(cause instanceof FailureError)) throw cause
        log.error({ cause }, 'job.not-recorded')
        if (!this.#active) return
        await new Promise((resolve) => setTimeout(resolve, STORAGE_PAUSE_MILLISECONDS))
      }
    }
  }
}

/** A job that failed for good tells whoever it worked for; the ones that end well tell by what they did. */
async function appendFailure(transaction: Transaction, job: ClaimedJob, at: number): Promise<void> {
  if (job.onBehalfOf === null || job.workspaceId === '') return
  const event = { type: jobChanged.name, data: { id: job.id, state: 'failed' }, personId: job.onBehalfOf }
  await appendEvents(transaction, [event], { workspaceId: job.workspaceId, actorId: `system:${job.name}`, at })
}

interface Running {
  job: ClaimedJob
  controller: AbortController
  progress: Job['progress']
  ended: Promise<void>
}

function problemOf(cause: unknown): { code: string; detail: string } {
  if (cause instanceof FailureError) return { code: cause.failure.code, detail: cause.failure.detail }
  return { code: 'internal', detail: 'The job broke; the log has the cause.' }
}

/** Doubles from one second, with jitter so that many failures do not come back together. */
function backoff(attempt: number): number {
  const base = Math.min(1000 * 2 ** (attempt - 1), MAX_BACKOFF_MILLISECONDS)
  return Math.round(base / 2 + Math.random() * (base / 2))
}
