import { systemActor } from '../actor.ts'
import type { StoredEvent } from '../context.ts'
import type { Transaction } from '../database/port.ts'
import { FailureError } from '../failure.ts'
import type { Projection, Subscription } from '../handlers.ts'
import type { ModuleDefinition } from '../module.ts'
import { closeHandles, openHandle, ask, type Frame } from '../pipeline/open-context.ts'
import type { CallAs, Services } from '../services.ts'
import { readEvents } from './event-store.ts'

const READ_AHEAD = 500
const QUIET_FACTOR = 4
const MAX_ATTEMPTS = 5
const IDLE_STEP_MILLISECONDS = 20

/** One subscription's way through the events: its cursor, its retries, its dead letters. */
export class SubscriptionLoop {
  readonly name: string
  position = 0
  readonly #services: Services
  readonly #callAs: CallAs
  readonly #module: ModuleDefinition
  readonly #subscription: Subscription | Projection
  readonly #types: Set<string>
  #running: Promise<void> | null = null
  #again = false
  #closed = false
  /** No run begins: a retry is waited for, or the tables are being emptied. */
  #held = false
  #attempt = 0
  /** Where the batch under way ends. */
  #reach = 0
  /** Up to here events go one by one: a batch that held them failed. */
  #careful = 0
  #waiting: { position: number; resolve: () => void }[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    services: Services,
    callAs: CallAs,
    entry: { module: ModuleDefinition; subscription: Subscription | Projection },
  ) {
    this.#services = services
    this.#callAs = callAs
    this.#module = entry.module
    this.#subscription = entry.subscription
    this.name = entry.subscription.name
    this.#types = new Set(entry.subscription.events.map((event) => event.name))
  }

  async open(): Promise<void> {
    this.position = await this.#services.database.write(async (transaction) => {
      const row = await transaction.get('SELECT position FROM subscriptions WHERE name = ?', this.name)
      if (row) return Number(row.position)
      await transaction.run("INSERT INTO subscriptions (name, position, state) VALUES (?, 0, 'active')", this.name)
      return 0
    })
  }

  wake(): void {
    // Backing off means that new events do not hurry a retry.
    if (this.#closed || this.#held) return
    if (this.#running) {
      this.#again = true
      return
    }
    clearTimeout(this.#timer)
    this.#running = this.#run().finally(() => {
      this.#running = null
      if (this.#again) {
        this.#again = false
        this.wake()
      }
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#running
    for (const { resolve } of this.#waiting.splice(0)) resolve()
  }

  passed(position: number): Promise<void> {
    if (this.position >= position || this.#closed) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.push({ position, resolve })
      this.wake()
    })
  }

  async replay(): Promise<void> {
    const projection = this.#subscription
    if (projection.kind !== 'projection') throw new Error(`${this.name} is not a projection: a replay would act twice`)
    this.#held = true
    clearTimeout(this.#timer)
    await this.#running
    try {
      await this.#services.database.write((transaction) => this.#empty(transaction, projection))
      this.position = 0
      this.#attempt = 0
      this.#careful = 0
    } finally {
      this.#held = false
      this.wake()
    }
  }

  /** Every workspace's rows go: the handle of a reset is opened once a workspace. */
  async #empty(transaction: Transaction, projection: Projection): Promise<void> {
    const rows = await transaction.all('SELECT DISTINCT workspace_id FROM events')
    for (const row of rows) {
      await this.#withDatabase(transaction, String(row.workspace_id), (_frame, db) => projection.reset({ db }))
    }
    await this.#moveCursor(transaction, 0)
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      try {
        const more =
          this.#subscription.kind === 'projection'
            ? await this.#project(this.#subscription)
            : await this.#deliver(this.#subscription)
        this.#attempt = 0
        this.#settle()
        if (!more) break
      } catch (cause) {
        if (this.#closed) return
        await this.#failed(cause)
        return
      }
    }
    if (!this.#closed) this.#scheduleIdle()
  }

  /** Events, rows and cursor in one transaction: a projection is never half a batch ahead. */
  async #project(projection: Projection): Promise<boolean> {
    const limit = this.position < this.#careful ? 1 : this.#step(projection)
    const outcome = await this.#services.database.write(
      async (transaction) => {
        const { taken, position, more } = await this.#next(transaction, limit)
        for (const [workspaceId, events] of byWorkspace(taken)) {
          await this.#withDatabase(transaction, workspaceId, (frame, db) =>
            projection.handle(
              {
                db,
                workspaceId,
                ask: (query, input) => ask(frame, this.#module.uses ?? [], this.#module.name, query, input) as never,
              },
              events,
            ),
          )
        }
        if (position !== this.position) await this.#moveCursor(transaction, position)
        return { position, more }
      },
      { bulk: true, resumable: true },
    )
    this.position = outcome.position
    return outcome.more
  }

  /** While nobody is there to wait, fewer and larger commits. */
  #step({ batch }: Projection): number {
    return this.#services.database.isQuiet() ? Math.min(batch * QUIET_FACTOR, READ_AHEAD) : batch
  }

  /** A reaction calls commands of its own; the cursor moves afterwards, so that a crash repeats rather than loses. */
  async #deliver(subscription: Subscription): Promise<boolean> {
    const limit = this.position < this.#careful ? 1 : READ_AHEAD
    const { taken, position, more } = await this.#services.database.read((transaction) =>
      this.#next(transaction, limit),
    )
    for (const [workspaceId, events] of byWorkspace(taken)) {
      const actor = systemActor(this.name, workspaceId, null)
      const call = (operation: any, input: any) => this.#callAs(actor, operation, input, { surface: 'subscription' })
      await subscription.handle({ workspaceId, log: this.#services.log, call, ask: call }, events)
    }
    if (position !== this.position)
      await this.#services.database.write((transaction) => this.#moveCursor(transaction, position), { bulk: true })
    this.position = position
    return more
  }

  async #next(
    transaction: Transaction,
    limit: number,
  ): Promise<{ taken: StoredEvent[]; position: number; more: boolean }> {
    let taken: StoredEvent[] = []
    let position = this.position
    let more = true
    // As many at a time as are wanted; past those of other kinds it goes on, for a while.
    for (let seen = 0; more && taken.length === 0 && seen < READ_AHEAD; seen += limit) {
      const events = await readEvents(transaction, position, limit)
      taken = events.filter(({ type }) => this.#types.has(type))
      position = events.at(-1)?.position ?? position
      more = events.length === limit
    }
    this.#reach = position
    return { taken, position, more }
  }

  async #moveCursor(transaction: Transaction, position: number): Promise<void> {
    await transaction.run('UPDATE subscriptions SET position = ? WHERE name = ?', position, this.name)
  }

  async #withDatabase<T>(
    transaction: Transaction,
    workspaceId: string,
    work: (frame: Frame, db: any) => Promise<T>,
  ): Promise<void> {
    const services = this.#services
    const frame: Frame = {
      services,
      transaction,
      actor: systemActor(this.name, workspaceId, null),
      at: services.clock(),
      handles: [],
    }
    try {
      await work(frame, openHandle(frame, services.registry.tables.get(this.#module.name)!, this.#module.name))
    } finally {
      closeHandles(frame)
    }
  }

  /** After a failure events go one by one, so that one that cannot be handled is set aside and stops nobody. */
  async #failed(cause: unknown): Promise<void> {
    const { log } = this.#services
    this.#attempt += 1
    this.#careful = Math.max(this.#careful, this.#reach)
    log.error(
      { subscription: this.name, position: this.position, attempt: this.#attempt, cause },
      'subscription.failed',
    )
    if (this.#attempt >= MAX_ATTEMPTS && !isPassing(cause)) {
      await this.#setAside(cause).catch((failed: unknown) =>
        log.error({ subscription: this.name, cause: failed }, 'subscription.not-set-aside'),
      )
    }
    if (this.#closed) return
    this.#held = true
    this.#timer = setTimeout(
      () => {
        this.#held = false
        this.wake()
      },
      this.#attempt === 0 ? 0 : Math.min(100 * 2 ** this.#attempt, 10_000),
    )
  }

  async #setAside(cause: unknown): Promise<void> {
    await this.#services.database.write(async (transaction) => {
      const { taken, position } = await this.#next(transaction, 1)
      for (const event of taken) {
        await transaction.run(
          'INSERT INTO event_failures (subscription, position, subject_id, attempt, error) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
          this.name,
          event.position,
          event.subjectId,
          this.#attempt,
          cause instanceof Error ? cause.message : String(cause),
        )
      }
      await this.#moveCursor(transaction, position)
      this.position = position
    })
    this.#attempt = 0
  }

  #settle(): void {
    const ready = this.#waiting.filter(({ position }) => position <= this.position)
    this.#waiting = this.#waiting.filter(({ position }) => position > this.position)
    for (const { resolve } of ready) resolve()
  }

  /** Upkeep in small steps while nothing else is to do. */
  #scheduleIdle(): void {
    const projection = this.#subscription
    if (projection.kind !== 'projection' || !projection.idle) return
    this.#timer = setTimeout(() => void this.#idle(projection), IDLE_STEP_MILLISECONDS)
    this.#timer.unref()
  }

  async #idle(projection: Projection): Promise<void> {
    if (this.#closed || this.#running) return
    this.#running = (async () => {
      const { database, log } = this.#services
      const run = (sql: string) =>
        database.write(async (transaction) => (await transaction.run(sql)).changes, { bulk: true })
      const get = (sql: string) => database.read(async (transaction) => transaction.get(sql))
      const more = await projection.idle!({ run, get }).catch((cause: unknown) => {
        log.warn({ subscription: this.name, cause }, 'subscription.upkeep-failed')
        return false
      })
      if (more && !this.#closed) this.#scheduleIdle()
    })().finally(() => {
      this.#running = null
      if (this.#again) {
        this.#again = false
        this.wake()
      }
    })
    await this.#running
  }
}

function byWorkspace(events: StoredEvent[]): Map<string, StoredEvent[]> {
  return Map.groupBy(events, (event) => event.workspaceId)
}

/** A full disk or a busy database is no fault of the event: it is tried until that has passed. */
function isPassing(cause: unknown): boolean {
  return cause instanceof FailureError && PASSING.has(cause.failure.declaration.kind)
}

const PASSING: ReadonlySet<string> = new Set(['storage', 'database', 'unavailable'])
