import type { Actor } from '../actor.ts'
import type { LiveEvents } from '../events/live-events.ts'
import type { Credentials } from '../identity.ts'
import type { Logger } from '../ports.ts'

/** A session may expire, which no event says. */
const ROUND_MILLISECONDS = 30_000

type Listener = (actor: Actor | null) => void

interface Watched {
  credentials: Credentials
  listeners: Set<Listener>
}

/**
 * Looks again at who open connections belong to: when an event has passed that may take rights away, and every 30 s.
 * Connections with the same credentials are one question.
 */
export class AccessWatch {
  readonly #identify: (credentials: Credentials) => Promise<Actor | null>
  readonly #live: LiveEvents
  readonly #log: Logger
  readonly #watched = new Map<string, Watched>()
  #guard: Promise<() => void> | null = null
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(identify: (credentials: Credentials) => Promise<Actor | null>, live: LiveEvents, log: Logger) {
    this.#identify = identify
    this.#live = live
    this.#log = log
  }

  /** Tells a listener now and then who the credentials belong to; null when to nobody any more. */
  watch(credentials: Credentials, listener: Listener): () => void {
    const key = keyOf(credentials)
    const watched = this.#watched.get(key) ?? { credentials, listeners: new Set() }
    this.#watched.set(key, watched)
    watched.listeners.add(listener)
    this.#begin()
    // What was taken away between the question of the opening and the guard is seen by this one.
    void this.#guard?.then(() => this.#tell(watched, listener)).catch((cause: unknown) => this.#failed(cause))
    return () => {
      watched.listeners.delete(listener)
      if (watched.listeners.size > 0) return
      if (this.#watched.get(key) === watched) this.#watched.delete(key)
      this.#rest()
    }
  }

  /** Asks again for all. */
  async recheck(): Promise<void> {
    for (const watched of this.#watched.values()) await this.#look(watched)
  }

  async #look({ credentials, listeners }: Watched): Promise<void> {
    if (listeners.size === 0) return
    const actor = await this.#identify(credentials)
    for (const listener of listeners) listener(actor)
  }

  async #tell({ credentials, listeners }: Watched, listener: Listener): Promise<void> {
    if (!listeners.has(listener)) return
    const actor = await this.#identify(credentials)
    if (listeners.has(listener)) listener(actor)
  }

  #begin(): void {
    if (this.#guard) return
    this.#guard = this.#live.guard(() => this.recheck())
    this.#guard.catch(() => (this.#guard = null))
    this.#timer = setInterval(() => {
      this.recheck().catch((cause: unknown) => this.#failed(cause))
    }, ROUND_MILLISECONDS)
    this.#timer.unref()
  }

  #rest(): void {
    if (this.#watched.size > 0) return
    clearInterval(this.#timer)
    void this.#guard?.then((end) => end()).catch(() => undefined)
    this.#guard = null
  }

  #failed(cause: unknown): void {
    this.#log.warn({ cause }, 'access.not-rechecked')
  }
}

function keyOf({ bearer, session }: Credentials): string {
  return bearer !== null ? `b ${bearer}` : `s ${session}`
}
