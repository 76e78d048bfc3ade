import { FailureError } from './failure.ts'
import type { LivingService, ServiceContext } from './module-services.ts'

/** How late something may come. The clock of the wall is asked each time, so that a sleep or a jump loses nothing. */
const INTERVAL = 5000
const AT_ONCE = 100

/** What a sweep looks for, and what it does about it. */
export interface Due<Item> {
  /** Items that are due, at most so many. */
  list(limit: number): Promise<Item[]>
  /** What sees to them, one after the other; each answers how many it saw to. */
  works(items: Item[]): (() => Promise<number>)[]
  /** What the log calls a look that failed, and a work that was refused. */
  events: { look: string; work: string }
}

/** Sees to what is due by what a table says: nothing is lost by a restart, and nothing is planned that could be forgotten. */
export class DueSweep<Item> implements LivingService {
  readonly #context: ServiceContext
  readonly #due: Due<Item>
  #timer: ReturnType<typeof setInterval> | undefined
  #under: Promise<number> | null = null

  constructor(context: ServiceContext, due: Due<Item>) {
    this.#context = context
    this.#due = due
  }

  start(): void {
    this.#timer = setInterval(() => void this.#tick(), INTERVAL)
    this.#timer.unref()
    void this.#tick()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#under?.catch(() => 0)
  }

  /** Looks now; answers how many were seen to. */
  sweep(): Promise<number> {
    this.#under ??= this.#sweep().finally(() => (this.#under = null))
    return this.#under
  }

  async #tick(): Promise<void> {
    try {
      await this.sweep()
    } catch (cause) {
      // A busy or full disk passes; the next look finds the same.
      this.#context.log.error({ cause }, this.#due.events.look)
    }
  }

  async #sweep(): Promise<number> {
    let done = 0
    for (;;) {
      const items = await this.#due.list(AT_ONCE)
      let seenTo = 0
      for (const work of this.#due.works(items)) seenTo += await this.#tried(work)
      done += seenTo
      // Those that could not be seen to are due again at the next look, and hold up nobody's turn for longer.
      if (items.length < AT_ONCE || seenTo === 0) return done
    }
  }

  async #tried(work: () => Promise<number>): Promise<number> {
    try {
      return await work()
    } catch (cause) {
      if (!(cause instanceof FailureError)) throw cause
      this.#context.log.error({ cause }, this.#due.events.work)
      return 0
    }
  }
}
