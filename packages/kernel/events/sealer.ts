import { sealAudit } from '../audit/seal-audit.ts'
import type { Transaction } from '../database/port.ts'
import { forgetAnswers } from '../pipeline/idempotency.ts'
import type { Services } from '../services.ts'
import { sealEvents } from './seal-events.ts'

const BATCH = 1000
/** What a process left behind that died between its commit and its sealing. */
const SWEEP_MILLISECONDS = 2000
/** Heard by every process on the database. */
const CHANNEL = 'daybook'

/**
 * Gives what was committed its place: positions to events, numbers and digests to audit entries. On PostgreSQL a
 * command cannot do it itself, since a later one may commit before it and a reader would skip the gap. One process at
 * a time seals, in small transactions under a lock. On SQLite there is one writer, and nothing to do.
 */
export class Sealer {
  readonly #services: () => Services
  #current: Promise<void> | null = null
  #next: Promise<void> | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #forget: (() => void) | undefined

  constructor(services: () => Services) {
    this.#services = services
  }

  start(): void {
    const { database, dispatcher } = this.#services()
    if (database.dialect === 'sqlite') return
    this.#forget = database.onStored(() => dispatcher.wake())
    this.#timer = setInterval(() => this.wake(), SWEEP_MILLISECONDS)
    this.#timer.unref()
    this.wake()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#forget?.()
    // What fails here is sealed by the next process that looks.
    await this.sealed().catch(() => undefined)
  }

  /** Something was committed; it is sealed shortly. */
  wake(): void {
    if (this.#services().database.dialect === 'sqlite') return
    this.sealed().catch((cause: unknown) => this.#services().log.warn({ cause }, 'events.not-sealed'))
  }

  /** Resolves when everything that was committed before has its place. */
  sealed(): Promise<void> {
    if (this.#services().database.dialect === 'sqlite') return Promise.resolve()
    // A run that is under way may have looked already: the next one serves everybody who asks meanwhile.
    this.#next ??= (this.#current ?? Promise.resolve()).catch(() => undefined).then(() => this.#begin())
    return this.#next
  }

  #begin(): Promise<void> {
    this.#next = null
    this.#current = this.#seal().finally(() => (this.#current = null))
    return this.#current
  }

  async #seal(): Promise<void> {
    const { database, clock } = this.#services()
    for (;;) {
      const sealed = await database.write((transaction) => sealBatch(transaction, clock()), {
        isolation: 'read-committed',
        reserved: true,
      })
      if (sealed < BATCH) return
    }
  }
}

/** The lock is the transaction's: whoever dies with it leaves nothing half done. */
async function sealBatch(transaction: Transaction, now: number): Promise<number> {
  await transaction.run('SELECT pg_advisory_xact_lock(hashtext(?))', 'daybook.seal')
  const events = await sealEvents(transaction, BATCH)
  const entries = await sealAudit(transaction, BATCH)
  await forgetAnswers(transaction, now, BATCH)
  if (events > 0) await transaction.run('SELECT pg_notify(?, ?)', CHANNEL, '')
  return Math.max(events, entries)
}
