import type { Actor } from '../actor.ts'
import type { StoredEvent } from '../context.ts'
import type { Services } from '../services.ts'
import { maySee } from './event-access.ts'
import { readWorkspaceSpan } from './live-store.ts'

const RETRY_MILLISECONDS = 1000

/** What takes the events of a subscription. */
export interface LiveSink {
  /**
   * Takes events in the order of their positions. A promise is waited for: meanwhile nothing is kept for the
   * subscription, and what came in is read from the store afterwards.
   */
  onEvents(events: readonly StoredEvent[]): void | Promise<void>
  /** Everything stored up to this position has been given; called after the beginning and after each delay. */
  onCaughtUp(position: number): void
  /** Called when an event could not be taken; nothing follows, so that there is no hole. */
  onFailed(cause: unknown): void
}

/** What a subscription needs of the live events it belongs to. */
export interface LiveSource {
  /** Up to here events are given to anybody. */
  readonly tail: number
  leave(subscription: LiveSubscription): void
}

/** One follower of the events: at the tail it is handed what is new, behind it reads the store at its own pace. */
export class LiveSubscription {
  /** Everything up to here was given, or is none of its concern. */
  position: number
  /** Who follows, with the rights of now. */
  actor: Actor
  readonly #services: Services
  readonly #source: LiveSource
  readonly #types: ReadonlySet<string> | null
  readonly #sink: LiveSink
  #behind = true
  #closed = false

  constructor(
    services: Services,
    source: LiveSource,
    start: { actor: Actor; types: ReadonlySet<string> | null; position: number },
    sink: LiveSink,
  ) {
    this.#services = services
    this.#source = source
    this.actor = start.actor
    this.#types = start.types
    this.position = start.position
    this.#sink = sink
  }

  /** Whether it has been given everything that is there. */
  get caughtUp(): boolean {
    return !this.#behind && !this.#closed
  }

  /** Begins with what is stored already. */
  begin(): void {
    void this.#catchUp()
  }

  /** Takes what is new at the tail, unless it is still behind. */
  take(events: readonly StoredEvent[], tail: number): void {
    if (this.#behind || this.#closed) return
    const wanted = this.#choose(events)
    this.position = Math.max(this.position, tail)
    if (wanted.length === 0) return
    try {
      const taken = this.#sink.onEvents(wanted)
      if (taken) void this.#waitFor(taken)
    } catch (cause) {
      this.#fail(cause)
    }
  }

  /** No event comes any more. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#source.leave(this)
  }

  #choose(events: readonly StoredEvent[]): StoredEvent[] {
    const types = this.#types
    return events.filter(
      (event) =>
        event.position > this.position &&
        (types === null || types.has(event.type)) &&
        maySee(this.actor, event, this.#services.registry),
    )
  }

  async #waitFor(taken: Promise<void>): Promise<void> {
    this.#behind = true
    try {
      await taken
    } catch (cause) {
      return this.#fail(cause)
    }
    await this.#catchUp()
  }

  /** Reads until the tail is reached; there, in the same turn, the tail takes over. */
  async #catchUp(): Promise<void> {
    try {
      while (!this.#closed && this.position < this.#source.tail) {
        const span = await this.#readSpan()
        if (this.#closed || !span) continue
        const wanted = this.#choose(span.events)
        this.position = span.position
        if (wanted.length > 0) await this.#sink.onEvents(wanted)
      }
      if (this.#closed) return
      this.#behind = false
      this.#sink.onCaughtUp(this.position)
    } catch (cause) {
      this.#fail(cause)
    }
  }

  /** What comes next in the store, or null after a pause when it cannot be read just now. */
  async #readSpan() {
    const { database, log } = this.#services
    try {
      return await readWorkspaceSpan(database, this.actor.workspaceId, this.position, this.#source.tail)
    } catch (cause) {
      log.warn({ cause }, 'events.live-not-read')
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS))
      return null
    }
  }

  #fail(cause: unknown): void {
    this.close()
    this.#sink.onFailed(cause)
  }
}
