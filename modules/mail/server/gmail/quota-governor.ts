import { setTimeout as sleep } from 'node:timers/promises'
import { UNITS_A_MINUTE } from './quota-costs.ts'

/** How the quota of an account stands. */
export interface QuotaStatus {
  /** Units that an account may spend in a minute. */
  perMinute: number
  /** Units spent in the last minute. */
  used: number
  /** How often the server said that it was too much. */
  refusals: number
  /** Until when nothing is asked, in epoch milliseconds; null where nothing holds. */
  waitsUntil: number | null
}

export interface GovernorOptions {
  perMinute?: number
  now?: () => number
  sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
}

const MINUTE = 60_000

/**
 * Units of an account's quota, spent no faster than the server allows: a token bucket. What it holds at most and what
 * runs in within a minute are together what a minute allows, so that no minute ever sees more. What a person waits for
 * goes before work in the background, which leaves a reserve.
 */
export class QuotaGovernor {
  readonly #perMinute: number
  readonly #capacity: number
  readonly #reserve: number
  readonly #now: () => number
  readonly #sleep: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
  #level: number
  #filledAt: number
  #pausedUntil = 0
  #refusals = 0
  #spent: { at: number; units: number }[] = []
  /** Work in the background is served in turn, so that no large call starves behind small ones. */
  #line: Promise<unknown> = Promise.resolve()

  constructor(options: GovernorOptions = {}) {
    this.#perMinute = options.perMinute ?? UNITS_A_MINUTE
    this.#capacity = this.#perMinute / 6
    this.#reserve = this.#capacity / 5
    this.#now = options.now ?? Date.now
    this.#sleep = options.sleep ?? ((milliseconds, signal) => sleep(milliseconds, undefined, signal ? { signal } : {}))
    this.#level = this.#capacity
    this.#filledAt = this.#now()
  }

  /** Units that a call in the background can have at most. */
  get most(): number {
    return this.#capacity - this.#reserve
  }

  /** Waits until so many units may be spent, and spends them. `urgent` is what a person waits for. */
  async spend(units: number, { urgent = false, signal }: { urgent?: boolean; signal?: AbortSignal } = {}) {
    if (urgent) return this.#take(Math.min(units, this.#capacity), 0, signal)
    const turn = this.#line.then(() => this.#take(Math.min(units, this.most), this.#reserve, signal))
    this.#line = turn.catch(() => undefined)
    return turn
  }

  /** The server said that it was too much: nobody asks for so long. */
  hold(milliseconds: number): void {
    this.#refusals += 1
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#now() + milliseconds)
    this.#refill()
    this.#level = Math.min(this.#level, this.#reserve)
  }

  status(): QuotaStatus {
    const now = this.#now()
    this.#forget(now)
    return {
      perMinute: this.#perMinute,
      used: this.#spent.reduce((sum, { units }) => sum + units, 0),
      refusals: this.#refusals,
      waitsUntil: this.#pausedUntil > now ? this.#pausedUntil : null,
    }
  }

  async #take(units: number, reserve: number, signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      signal?.throwIfAborted()
      this.#refill()
      const wait = Math.max(this.#pausedUntil - this.#now(), this.#untilLevel(units + reserve))
      if (wait <= 0) break
      await this.#sleep(Math.ceil(wait), signal)
    }
    this.#level -= units
    const now = this.#now()
    this.#forget(now)
    this.#spent.push({ at: now, units })
  }

  #untilLevel(level: number): number {
    return ((level - this.#level) / this.#rate) * 1000
  }

  /** Units a second that run in. */
  get #rate(): number {
    return (this.#perMinute - this.#capacity) / 60
  }

  #refill(): void {
    const now = this.#now()
    this.#level = Math.min(this.#capacity, this.#level + ((now - this.#filledAt) / 1000) * this.#rate)
    this.#filledAt = now
  }

  #forget(now: number): void {
    const first = this.#spent.findIndex(({ at }) => at > now - MINUTE)
    this.#spent = first === -1 ? [] : this.#spent.slice(first)
  }
}
