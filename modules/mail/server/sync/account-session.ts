import { setTimeout as sleep } from 'node:timers/promises'
import { FailureError } from '#kernel/failure.ts'
import type { Logger } from '#kernel/ports.ts'
import type { AccessOf } from '../../../connections/contract.ts'
import { backoff } from './backoff.ts'
import type { RemoteStore } from './remote-store.ts'
import type { Lease } from './sessions.ts'

/** How often a silent connection is asked whether it lives. */
const HEARTBEAT_MILLISECONDS = 60_000
const ANSWER_MILLISECONDS = 15_000
/** A connection that nobody worked with for so long is closed. */
const KEEP_MILLISECONDS = 10 * 60_000
/** Connections kept for work, beside the one that listens. */
const KEEP = 2
/** News that nobody took yet is told again: a job that was just ending may have missed it. */
const REMIND_MILLISECONDS = 400

/** Where nobody need try again before the owner did something. */
const HOPELESS = new Set(['connection-not-found', 'connection-paused', 'needs-consent', 'sign-in-refused'])

interface Surroundings {
  log: Logger
  open(of: AccessOf): Promise<RemoteStore>
  /** Has the account synced. */
  tell(of: AccessOf): Promise<void>
}

/** The connections to one account: one that listens, and some to work with. */
export class AccountSession {
  readonly #of: AccessOf
  readonly #around: Surroundings
  readonly #idle: { store: RemoteStore; timer: NodeJS.Timeout }[] = []
  readonly #lent = new Set<RemoteStore>()
  #listener: AbortController | null = null
  #listening: Promise<void> = Promise.resolve()
  #interval: NodeJS.Timeout | undefined
  #reminder: NodeJS.Timeout | undefined
  #news = false

  constructor(of: AccessOf, around: Surroundings) {
    this.#of = of
    this.#around = around
  }

  get followed(): boolean {
    return this.#listener !== null
  }

  get hasNews(): boolean {
    return this.#news
  }

  takeNews(): void {
    this.#news = false
  }

  follow({ intervalMinutes }: { intervalMinutes: number }): boolean {
    clearInterval(this.#interval)
    this.#interval = setInterval(() => this.#tell(), intervalMinutes * 60_000)
    this.#interval.unref()
    if (this.#listener) return false
    const listener = new AbortController()
    this.#listener = listener
    this.#listening = this.#listen(listener.signal).finally(() => {
      if (this.#listener === listener) this.#listener = null
    })
    return true
  }

  async close(): Promise<void> {
    clearInterval(this.#interval)
    clearTimeout(this.#reminder)
    this.#news = false
    this.#listener?.abort()
    const kept = this.#idle.splice(0)
    for (const { timer } of kept) clearTimeout(timer)
    await Promise.all([...kept.map(({ store }) => store), ...this.#lent].map((store) => store.close()))
    await this.#listening
  }

  async borrow(): Promise<Lease> {
    let store = await this.#take()
    let released = false
    return {
      get store() {
        return store
      },
      renew: async () => {
        this.#lent.delete(store)
        await store.close()
        store = await this.#take()
        return store
      },
      [Symbol.dispose]: () => {
        if (released) return
        released = true
        this.#giveBack(store)
      },
    }
  }

  async #take(): Promise<RemoteStore> {
    for (;;) {
      const kept = this.#idle.pop()
      if (!kept) break
      clearTimeout(kept.timer)
      if (!kept.store.usable) continue
      this.#lent.add(kept.store)
      return kept.store
    }
    const store = await this.#around.open(this.#of)
    this.#lent.add(store)
    return store
  }

  #giveBack(store: RemoteStore): void {
    this.#lent.delete(store)
    if (!store.usable || !this.followed || this.#idle.length >= KEEP) {
      void store.close()
      return
    }
    const timer = setTimeout(() => {
      const at = this.#idle.findIndex((kept) => kept.store === store)
      if (at >= 0) this.#idle.splice(at, 1)
      void store.close()
    }, KEEP_MILLISECONDS)
    timer.unref()
    this.#idle.push({ store, timer })
  }

  /** Listens until it is told to stop. Whatever breaks is waited out and begun again. */
  async #listen(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        const store = await this.#around.open(this.#of)
        failures = 0
        // What happened while nobody listened is news.
        this.#tell()
        await this.#hear(store, signal)
      } catch (cause) {
        if (signal.aborted) return
        if (cause instanceof FailureError && HOPELESS.has(cause.failure.code)) return
        failures += 1
        this.#around.log.info({ connection: this.#of.connectionId, failures }, 'mail.listening-failed')
      }
      await sleep(backoff(Math.max(1, failures)), undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  async #hear(store: RemoteStore, signal: AbortSignal): Promise<void> {
    const heartbeat = setInterval(() => void this.#check(store), HEARTBEAT_MILLISECONDS)
    heartbeat.unref()
    try {
      while (!signal.aborted) {
        const heard = await store.idle('INBOX', signal)
        if (heard === 'news') this.#tell()
        // A server that ends each wait at once is not asked in circles.
        else await sleep(250, undefined, { signal, ref: false }).catch(() => undefined)
      }
    } finally {
      clearInterval(heartbeat)
      await store.close()
    }
  }

  /** A connection may die without a word: one that does not answer in time is closed, and begun again. */
  async #check(store: RemoteStore): Promise<void> {
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new Error('No answer')), ANSWER_MILLISECONDS)
    try {
      await Promise.race([store.ping(), late])
    } catch {
      await store.close()
    } finally {
      clearTimeout(timer)
    }
  }

  #tell(): void {
    this.#news = true
    clearTimeout(this.#reminder)
    void this.#around.tell(this.#of).catch((cause: unknown) => {
      this.#around.log.warn({ connection: this.#of.connectionId, cause }, 'mail.sync-not-begun')
    })
    this.#reminder = setTimeout(() => {
      if (this.#news && this.followed) this.#tell()
    }, REMIND_MILLISECONDS)
    this.#reminder.unref()
  }
}
