import type { Actor } from '../actor.ts'
import type { StoredEvent } from '../context.ts'
import type { Services } from '../services.ts'
import { readEvents } from './event-store.ts'
import { keptPositions } from './live-store.ts'
import { LiveSubscription, type LiveSink } from './live-subscription.ts'

const BATCH = 500
const RETRY_MILLISECONDS = 1000
/** Another process may have stored something and its word of it be lost. */
const LOOK_MILLISECONDS = 500

/** Why nobody can follow from a position. */
export type LiveRefusal = 'position-ahead' | 'position-pruned'

export interface LiveRequest extends LiveSink {
  actor: Actor
  /** The names of the events; null for all that the actor may see. */
  types: ReadonlySet<string> | null
  /** The last position that was seen; null for what happens from now on. */
  after: number | null
}

/**
 * Stored events, told as they come to whoever follows. Everything is read from the store by position, so that nothing
 * is missed and nothing doubled; what is new is read once for all who are at the tail.
 */
export class LiveEvents {
  /** Up to here events are given to anybody: rights were looked at again for all that may have changed them. */
  tail = 0
  readonly #services: () => Services
  readonly #subscriptions = new Set<LiveSubscription>()
  readonly #guards = new Set<() => Promise<void>>()
  #holders = 0
  #open: { ready: Promise<void>; end: () => void } | null = null
  #reading: Promise<void> | null = null
  #again = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(services: () => Services) {
    this.#services = services
  }

  /** Follows events after a position, in their order. */
  async subscribe(request: LiveRequest): Promise<LiveSubscription | LiveRefusal> {
    await this.#hold()
    const started = await this.#start(request).catch((cause: unknown) => {
      this.#release()
      throw cause
    })
    if (typeof started === 'string') this.#release()
    return started
  }

  /**
   * Calls a guard before events are given that come after one which may take rights away, and waits for it. Resolves
   * when that is so, with the function that ends it.
   */
  async guard(guard: () => Promise<void>): Promise<() => void> {
    await this.#hold()
    this.#guards.add(guard)
    return () => {
      if (this.#guards.delete(guard)) this.#release()
    }
  }

  /** How many follow. */
  get followers(): number {
    return this.#subscriptions.size
  }

  leave(subscription: LiveSubscription): void {
    if (this.#subscriptions.delete(subscription)) this.#release()
  }

  async stop(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription.close()
    this.#open?.end()
    this.#open = null
    await this.#reading
  }

  async #start(request: LiveRequest): Promise<LiveSubscription | LiveRefusal> {
    const services = this.#services()
    const { first, newest } = await services.database.read((transaction) => keptPositions(transaction))
    if (request.after !== null && request.after > newest) return 'position-ahead'
    if (request.after !== null && request.after < first - 1) return 'position-pruned'
    const position = request.after ?? newest
    const subscription = new LiveSubscription(services, this, { ...request, position }, request)
    this.#subscriptions.add(subscription)
    subscription.begin()
    return subscription
  }

  /** The tail moves while somebody holds it. */
  async #hold(): Promise<void> {
    this.#holders += 1
    this.#open ??= this.#begin()
    await this.#open.ready.catch((cause: unknown) => {
      this.#release()
      throw cause
    })
  }

  #release(): void {
    this.#holders -= 1
    if (this.#holders > 0) return
    this.#open?.end()
    this.#open = null
  }

  #begin(): { ready: Promise<void>; end: () => void } {
    const { database, dispatcher } = this.#services()
    const forget = dispatcher.onStored(() => this.#wake())
    const timer = database.dialect === 'postgres' ? setInterval(() => this.#wake(), LOOK_MILLISECONDS) : undefined
    timer?.unref()
    const ready = database
      .read((transaction) => keptPositions(transaction))
      .then(({ newest }) => {
        this.tail = Math.max(this.tail, newest)
      })
    return {
      ready,
      end: () => {
        forget()
        clearInterval(timer)
        clearTimeout(this.#timer)
      },
    }
  }

  #wake(): void {
    if (this.#reading) {
      this.#again = true
      return
    }
    this.#reading = this.#read().finally(() => {
      this.#reading = null
      if (!this.#again) return
      this.#again = false
      this.#wake()
    })
  }

  async #read(): Promise<void> {
    const { database, log } = this.#services()
    try {
      await this.#open?.ready
      for (let more = true; more && this.#open;) {
        const events = await database.read((transaction) => readEvents(transaction, this.tail, BATCH))
        more = events.length === BATCH
        if (events.length > 0) await this.#give(events)
      }
    } catch (cause) {
      log.warn({ cause }, 'events.live-not-read')
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#wake(), RETRY_MILLISECONDS)
      this.#timer.unref()
    }
  }

  async #give(events: readonly StoredEvent[]): Promise<void> {
    const { revoking } = this.#services().registry
    if (events.some(({ type }) => revoking.has(type))) await Promise.all([...this.#guards].map((guard) => guard()))
    this.tail = events.at(-1)!.position
    for (const subscription of this.#subscriptions) subscription.take(events, this.tail)
  }
}
