import type { Services, CallAs } from '../services.ts'
import { lastPosition } from './event-store.ts'
import { SubscriptionLoop } from './subscription-loop.ts'

/** A pause before delivery gathers the events of many commands into one batch. */
const GATHER_MILLISECONDS = 10
const REPORT_MILLISECONDS = 250

/** Delivers stored events to every subscription, each by its own cursor, at least once and in order. */
export class Dispatcher {
  readonly #services: () => Services
  readonly #callAs: CallAs
  #loops: SubscriptionLoop[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #active = false
  readonly #listeners = new Set<() => void>()
  /** The newest position that was looked up; delivery may still be on its way there. */
  newest = 0

  constructor(services: () => Services, callAs: CallAs) {
    this.#services = services
    this.#callAs = callAs
  }

  async start(): Promise<void> {
    const services = this.#services()
    this.#loops = services.registry.subscriptions.map((entry) => new SubscriptionLoop(services, this.#callAs, entry))
    for (const loop of this.#loops) await loop.open()
    this.newest = await services.database.read((transaction) => lastPosition(transaction))
    this.#active = true
    for (const loop of this.#loops) loop.wake()
  }

  async stop(): Promise<void> {
    this.#active = false
    clearTimeout(this.#timer)
    this.#timer = undefined
    await Promise.all(this.#loops.map((loop) => loop.close()))
  }

  /** Something was stored; delivery begins shortly. */
  wake(): void {
    if (this.#timer || !this.#active) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      for (const loop of this.#loops) loop.wake()
      for (const listener of this.#listeners) listener()
      void this.#lookUpNewest()
    }, GATHER_MILLISECONDS)
  }

  /** Calls a listener each time that something was stored, until the returned function is called. */
  onStored(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #lookUpNewest(): Promise<void> {
    const { database, log } = this.#services()
    try {
      this.newest = await database.read((transaction) => lastPosition(transaction))
    } catch (cause) {
      // Numbers for the metrics only; the next event brings the next look.
      log.warn({ cause }, 'events.newest-not-read')
    }
  }

  /** Events each subscription has passed. */
  positions(): Record<string, number> {
    return Object.fromEntries(this.#loops.map((loop) => [loop.name, loop.position]))
  }

  /** Resolves when every subscription has passed what is newest now. */
  async settled(): Promise<void> {
    const { database, sealer } = this.#services()
    await sealer.sealed()
    const target = await database.read((transaction) => lastPosition(transaction))
    await Promise.all(this.#loops.map((loop) => loop.passed(target)))
  }

  /** Like `settled`, saying now and then how many events the slowest subscription has left; the signal ends the wait. */
  async delivered(onProgress: ((left: number) => void) | undefined, signal: AbortSignal): Promise<void> {
    const { database, sealer } = this.#services()
    await sealer.sealed()
    const target = await database.read((transaction) => lastPosition(transaction))
    const left = () => Math.max(0, ...this.#loops.map((loop) => target - loop.position))
    const timer = onProgress && setInterval(() => onProgress(left()), REPORT_MILLISECONDS)
    const aborted = new Promise<void>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error)),
    )
    try {
      await Promise.race([Promise.all(this.#loops.map((loop) => loop.passed(target))), aborted])
    } finally {
      clearInterval(timer)
    }
  }

  /** Empties a projection and delivers every event to it again; resolves when it has caught up. */
  async replay(name: string): Promise<void> {
    const loop = this.#loops.find((candidate) => candidate.name === name)
    if (!loop) throw new Error(`There is no projection ${name}`)
    await loop.replay()
    await this.settled()
  }
}
