import pg, { type ClientConfig, type Pool, type PoolClient } from 'pg'
import type { Database, Work, WriteOptions } from '#kernel/database/port.ts'
import { commonFailure, FailureError } from '#kernel/failure.ts'
import { beginOf, READ } from './begin.ts'
import { checkIntegrity } from './check-integrity.ts'
import { Foreground } from './foreground.ts'
import { Notices } from './notices.ts'
import { PostgresTransaction } from './postgres-transaction.ts'
import { StatementNames } from './statement-names.ts'
import { isBroken, isConflict, isTaken, toStorageFailure } from './storage-failure.ts'
import { Turns } from './turns.ts'
import { valueTypes } from './values.ts'
import { withWatchdog } from './watchdog.ts'
import { withinStatements } from './within-statements.ts'

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; a secret. */
  url: string
  /** In development and tests a work that waits for anything but its statements throws. */
  strict: boolean
  /** Connections for people; bulk work and the kernel's own have some besides. */
  connections?: number
  /** How long a work may keep its transaction waiting for something else; 2,000 ms unless told. */
  watchdogMilliseconds?: number
  /** Called when a connection is lost that nobody was using. */
  onLost?: (cause: unknown) => void
}

/** PostgreSQL: a serializable transaction a command, tried again when another was in the way. */
export class PostgresDatabase implements Database {
  readonly dialect = 'postgres'
  readonly version = null
  readonly #people: Pool
  readonly #bulk: Pool
  readonly #reserved: Pool
  readonly #notices: Notices
  readonly #watchdog: number
  readonly #strict: boolean
  readonly #foreground = new Foreground()
  readonly #names = new StatementNames()
  readonly #turns = new Turns()
  #underWay = 0
  #closed = false
  #closing: Promise<void> | null = null
  #idle: (() => void)[] = []

  constructor(options: PostgresOptions) {
    const config: ClientConfig = {
      connectionString: options.url,
      types: valueTypes,
      application_name: 'daybook',
      options: SESSION.map((setting) => `-c ${setting}`).join(' '),
      keepAlive: true,
    }
    const pool = (max: number): Pool => {
      const made = new pg.Pool({ ...config, max, connectionTimeoutMillis: CONNECT_MILLISECONDS, allowExitOnIdle: true })
      made.on('error', (cause) => options.onLost?.(cause))
      // One that breaks while it is lent says so by the statement that fails.
      made.on('connect', (client) => client.on('error', () => undefined))
      return made
    }
    this.#people = pool(options.connections ?? 10)
    this.#bulk = pool(2)
    this.#reserved = pool(1)
    this.#notices = new Notices(config, CHANNEL)
    this.#strict = options.strict
    this.#watchdog = options.watchdogMilliseconds ?? WATCHDOG_MILLISECONDS
  }

  async write<T>(work: Work<T>, options: WriteOptions = {}): Promise<T> {
    if (this.#closed) throw new FailureError(commonFailure('shutting-down'))
    this.#underWay += 1
    try {
      return await this.#untilDone(work, options)
    } finally {
      this.#leave()
    }
  }

  async read<T>(work: Work<T>): Promise<T> {
    if (this.#closed) throw new FailureError(commonFailure('shutting-down'))
    this.#underWay += 1
    try {
      return await this.#once(this.#people, READ, work)
    } catch (cause) {
      throw toStorageFailure(cause)
    } finally {
      this.#leave()
    }
  }

  noteForeground(): void {
    this.#foreground.note()
  }

  isQuiet(): boolean {
    return this.#foreground.isQuiet()
  }

  async maintain(sql: string): Promise<void> {
    await this.#bulk.query(sql)
  }

  checkIntegrity(): Promise<string[]> {
    return this.read(checkIntegrity)
  }

  /** VACUUM makes the place of erased rows free, and the server overwrites it as it goes (docs/guide/erasing.md). */
  async scrub(): Promise<void> {}

  onStored(listener: () => void): () => void {
    return this.#notices.add(listener)
  }

  /** The server keeps its own log small. */
  logBytes(): number {
    return 0
  }

  close(): Promise<void> {
    this.#closed = true
    this.#closing ??= this.#end()
    return this.#closing
  }

  async #end(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
    await this.#notices.close()
    await Promise.all([this.#people.end(), this.#bulk.end(), this.#reserved.end()])
  }

  /** Tries again from the beginning while others are in the way; from the fourth time on, one at a time. */
  async #untilDone<T>(work: Work<T>, options: WriteOptions): Promise<T> {
    const pool = options.reserved ? this.#reserved : options.bulk ? this.#bulk : this.#people
    const deadline = performance.now() + GIVE_UP_MILLISECONDS
    let endTurn: (() => void) | null = null
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#once(pool, beginOf(options), work)
        } catch (cause) {
          const again = isConflict(cause) || (isTaken(cause) && attempt <= TAKEN_ATTEMPTS)
          if (!again || performance.now() > deadline) throw toStorageFailure(cause)
        }
        if (attempt === PATIENT_FROM) endTurn = await this.#turns.take()
        await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(2 ** attempt, 50)))
      }
    } finally {
      endTurn?.()
    }
  }

  async #once<T>(pool: Pool, begin: string, work: Work<T>): Promise<T> {
    const client = await pool.connect()
    const transaction = new PostgresTransaction(client, begin, this.#names)
    try {
      const value = await withWatchdog(transaction, this.#watchdog, () =>
        this.#strict ? withinStatements(transaction, () => work(transaction)) : work(transaction),
      )
      transaction.end()
      await transaction.commit()
      client.release()
      return value
    } catch (cause) {
      transaction.end()
      await undo(client, transaction, cause)
      // A handler may have made something else of the statement's failure.
      throw isConflict(transaction.failure) || isTaken(transaction.failure) ? transaction.failure : cause
    }
  }

  #leave(): void {
    this.#underWay -= 1
    if (this.#underWay === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }
}

/** A connection whose work was left behind, or which is broken, is not used again. */
async function undo(client: PoolClient, transaction: PostgresTransaction, cause: unknown): Promise<void> {
  const abandoned = cause instanceof FailureError && cause.failure.code === 'handler-too-slow'
  if (abandoned || isBroken(cause) || isBroken(transaction.failure)) return client.release(true)
  try {
    await transaction.rollback()
    client.release()
  } catch {
    client.release(true)
  }
}

/** Announced by whoever stores events, heard by every process. */
const CHANNEL = 'daybook'
const CONNECT_MILLISECONDS = 30_000
const WATCHDOG_MILLISECONDS = 2000
const GIVE_UP_MILLISECONDS = 15_000
const PATIENT_FROM = 3
const TAKEN_ATTEMPTS = 3

/**
 * What a session is, whatever the server's own settings are. Index scans keep serializable transactions apart. Statements
 * are short and many: none is planned anew for its values, which takes as long as most run, and none starts a worker.
 */
const SESSION = [
  'timezone=UTC',
  'statement_timeout=30000',
  'lock_timeout=10000',
  'idle_in_transaction_session_timeout=30000',
  'random_page_cost=1.1',
  'jit=off',
  'plan_cache_mode=force_generic_plan',
  'max_parallel_workers_per_gather=0',
]
