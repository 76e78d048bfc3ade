import type { AnyOperation } from '#contract/operation.ts'
import type { Caller } from '../kernel.ts'

/** Requests a minute. */
export interface LimitSettings {
  anonymousPerMinute: number
  authPerMinute: number
  signedInPerMinute: number
}

export interface Budget {
  limit: number
  remaining: number
  resetSeconds: number
  allowed: boolean
}

const MINUTE = 60_000
const MAX_KEYS = 100_000

/**
 * The generic cell rate algorithm (ITU-T I.371): a person and operation, or an address where nobody is signed in,
 * may spend a minute's budget at once and earns it back evenly. Kept in memory: a restart forgives.
 */
export class Limits {
  readonly #settings: LimitSettings
  /** The theoretical arrival time of each key's next request. */
  readonly #arrivals = new Map<string, number>()

  constructor(settings: LimitSettings) {
    this.#settings = settings
  }

  /** Spends one request and says what is left. */
  spend(operation: AnyOperation, caller: Caller, now: number): Budget {
    return this.#measure(operation, caller, now, true)
  }

  /** What is left, spending nothing. */
  look(operation: AnyOperation, caller: Caller, now: number): Budget {
    return this.#measure(operation, caller, now, false)
  }

  #measure(operation: AnyOperation, caller: Caller, now: number, spend: boolean): Budget {
    const { key, limit } = this.#keyOf(operation, caller)
    const interval = MINUTE / limit
    const arrival = Math.max(this.#arrivals.get(key) ?? 0, now)
    const next = spend ? arrival + interval : arrival
    const allowed = next - now <= MINUTE
    if (spend && allowed) this.#keep(key, next, now)
    const debt = (allowed ? next : arrival) - now
    return {
      limit,
      allowed,
      remaining: Math.max(0, Math.floor((MINUTE - debt) / interval)),
      resetSeconds: Math.ceil((allowed ? debt : interval) / 1000),
    }
  }

  #keyOf(operation: AnyOperation, caller: Caller): { key: string; limit: number } {
    const { anonymousPerMinute, authPerMinute, signedInPerMinute } = this.#settings
    // A session does not widen what may be guessed from one address; whoever has no address is a person of ours.
    if (operation.limit === 'auth') return { key: `${caller.address || caller.actor?.id} auth`, limit: authPerMinute }
    if (caller.actor) return { key: `${caller.actor.id} ${operation.name}`, limit: signedInPerMinute }
    if (operation.limit === 'bearer') return { key: `${caller.address} bearer`, limit: signedInPerMinute }
    return { key: caller.address, limit: anonymousPerMinute }
  }

  #keep(key: string, arrival: number, now: number): void {
    if (this.#arrivals.size >= MAX_KEYS) {
      for (const [old, time] of this.#arrivals) if (time <= now) this.#arrivals.delete(old)
    }
    this.#arrivals.set(key, arrival)
  }
}
