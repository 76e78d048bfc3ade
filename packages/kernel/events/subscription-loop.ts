import { uuidv7 } from '#base/ids.ts'
import { systemActor } from '../actor.ts'
import type { ActingFor, StoredEvent } from '../context.ts'
import type { Transaction } from '../database/port.ts'
import { FailureError } from '../failure.ts'
import type { Projection, Subscription } from '../handlers.ts'
import type { ModuleDefinition } from '../module.ts'
import { closeHandles, openHandle, ask, type Frame } from '../pipeline/open-context.ts'
import type { CallAs, Services } from '../services.ts'
import { endLease, leaseCursor, moveCursor, openCursor, takeCursor, waitForCursor } from './cursors.ts'
import { readEventsOf, type Reading } from './event-store.ts'
import { maintenanceOf } from './maintenance.ts'
import { Pace } from './pace.ts'

const READ_AHEAD = 500
const MAX_ATTEMPTS = 5
const IDLE_STEP_MILLISECONDS = 20
const HELD_MILLISECONDS = 50

/** One subscription's way through the events: its cursor, its retries, its dead letters. */
export class SubscriptionLoop {
  readonly name: string
  position = 0
  /** The newest position that is in the database. */
  #stored = 0
  /** How much a projection takes at once. */
  readonly #pace: Pace
  /** This process among those on the same database. */
  readonly #holder = uuidv7()
  readonly #services: Services
  readonly #callAs: CallAs
  readonly #module: ModuleDefinition
  readonly #subscription: Subscription | Projection
  readonly #types: readonly string[]
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
    this.#pace = new Pace(entry.subscription.kind === 'projection' ? entry.subscription.batch : READ_AHEAD, READ_AHEAD)
    this.#types = [...new Set(entry.subscription.events.map((event) => event.name))]
  }

  async open(): Promise<void> {
    const position = await this.#services.database.write((transaction) => openCursor(transaction, this.name), {
      isolation: 'read-committed',
    })
    this.#moved(position, true)
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
    if (this.#subscription.kind === 'subscription') await endLease(this.#services.database, this.name, this.#holder)
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
      await this.#services.database.write((transaction) => this.#empty(transaction, projection), {
        isolation: 'repeatable-read',
      })
      this.#moved(0, true)
      this.#attempt = 0
      this.#careful = 0
    } finally {
      this.#held = false
      this.wake()
    }
  }

  /** Every workspace's rows go: the handle of a reset is opened once a workspace. */
  async #empty(transaction: Transaction, projection: Projection): Promise<void> {
    await waitForCursor(transaction, this.name)
    const rows = await transaction.all('SELECT DISTINCT workspace_id FROM events')
    for (const row of rows) {
      await this.#withDatabase(transaction, String(row.workspace_id), (_frame, db) => projection.reset({ db }))
    }
    await moveCursor(transaction, this.name, 0)
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
        if (more === 'held') return this.#lookAgain()
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
  async #project(projection: Projection): Promise<boolean | 'held'> {
    const { database } = this.#services
    const limit = this.position < this.#careful ? 1 : this.#pace.next(database.isQuiet())
    const outcome = await database.write(
      async (transaction) => {
        const started = performance.now()
        const from = await takeCursor(transaction, this.name, this.position)
        if (from.held) return { position: from.position, more: 'held' as const, kept: false }
        const reading = await this.#next(transaction, from.position, limit)
        for (const [workspaceId, events] of byWorkspace(reading.events)) {
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
        const kept = this.#isKept(reading)
        if (kept) await moveCursor(transaction, this.name, reading.position)
        this.#pace.took(reading.events.length, performance.now() - started)
        return { ...reading, kept }
      },
      { bulk: true, resumable: true, isolation: 'repeatable-read' },
    )
    this.#moved(outcome.position, outcome.kept)
    return outcome.more
  }

  /** A reaction calls commands of its own; the cursor moves afterwards, so that a crash repeats rather than loses. */
  async #deliver(subscription: Subscription): Promise<boolean | 'held'> {
    const { database } = this.#services
    const from = await leaseCursor(database, this.name, this.position, this.#holder)
    this.position = from.position
    if (from.held) return 'held'
    const limit = this.position < this.#careful ? 1 : READ_AHEAD
    const reading = await database.read((transaction) => this.#next(transaction, from.position, limit))
    for (const [workspaceId, events] of byWorkspace(reading.events)) {
      const forPerson = (personId: string | null): ActingFor => {
        const actor = systemActor(this.name, workspaceId, personId)
        const call = (operation: any, input: any) => this.#callAs(actor, operation, input, { surface: 'subscription' })
        return { call, ask: call }
      }
      await subscription.handle({ workspaceId, log: this.#services.log, forPerson, ...forPerson(null) }, events)
    }
    const kept = this.#isKept(reading)
    if (kept)
      await database.write((transaction) => moveCursor(transaction, this.name, reading.position), {
        bulk: true,
        resumable: true,
        isolation: 'read-committed',
      })
    this.#moved(reading.position, kept)
    return reading.more
  }

  #moved(position: number, stored: boolean): void {
    this.position = position
    if (stored) this.#stored = position
  }

  async #next(transaction: Transaction, after: number, limit: number): Promise<Reading> {
    const reading = await readEventsOf(transaction, this.#types, { after, limit, reach: READ_AHEAD })
    this.#reach = reading.position
    return reading
  }

  /**
   * Whether a position is stored. Past events of other kinds a process that begins anew may walk again; on PostgreSQL
   * another one goes on from there.
   */
  #isKept({ events, position }: Reading): boolean {
    const due = this.#services.database.dialect === 'postgres' || position - this.#stored >= READ_AHEAD
    return events.length > 0 || (due && position > this.#stored)
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
    const position = await this.#services.database.write(async (transaction) => {
      const from = await takeCursor(transaction, this.name, this.position)
      if (from.held) return from.position
      const { events, position } = await this.#next(transaction, from.position, 1)
      for (const event of events) {
        await transaction.run(
          'INSERT INTO event_failures (subscription, position, subject_id, attempt, error) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
          this.name,
          event.position,
          event.subjectId,
          this.#attempt,
          cause instanceof Error ? cause.message : String(cause),
        )
      }
      await moveCursor(transaction, this.name, position)
      return position
    })
    this.#moved(position, true)
    this.#attempt = 0
  }

  /** Another process carries this subscription out just now; it may end without a word. */
  #lookAgain(): void {
    if (this.#closed) return
    this.#timer = setTimeout(() => this.wake(), this.#waiting.length > 0 ? HELD_MILLISECONDS : HELD_MILLISECONDS * 20)
    this.#timer.unref()
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
      const more = await projection.idle!(maintenanceOf(database)).catch((cause: unknown) => {
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
