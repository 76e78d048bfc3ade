import { commonFailure, FailureError } from '#kernel/failure.ts'
import type { Work, WriteOptions } from '#kernel/database/port.ts'
import type { Connection } from './connection.ts'
import { Gate, type GateOptions } from './gate.ts'
import { toStorageFailure } from './storage-failure.ts'
import { TransactionHandle } from './transaction-handle.ts'

export interface WriterOptions extends GateOptions {
  /** Called after each commit with the pages of the log that are not copied back yet. */
  onCommit?: (pages: number, bulk: boolean) => void
}

const MAX_BATCH = 64
/** Those who came together are answered together, also where a machine is slow: whoever is left waits for two commits. */
const MAX_BATCH_MILLISECONDS = 12
/** One program that asks now and then how an import stands is nobody at work; a page that opens is somebody. */
const QUIET_CALLS = 4
const FORGET_MILLISECONDS = 250
/** Every call since the last bulk work buys it this much rest, at most six times as long as it ran. */
const REST_MILLISECONDS_A_CALL = 1
const REST_FACTOR = 6
/** Where others never stop writing, bulk work has its turn all the same. */
const LONGEST_WAIT_MILLISECONDS = 250

/**
 * The one writer, with group commit: many works, each in its savepoint, one fsync.
 * Nobody is answered before the commit of their batch; a failed commit fails the whole batch.
 */
export class Writer {
  readonly #connection: Connection
  readonly #options: WriterOptions
  readonly #gate: Gate
  #waiting: Item[] = []
  #bulk: Item[] = []
  #busy = false
  #closed = false
  #batches = 0
  #calls = 0
  #recent = 0
  #lastCall = 0
  /** When bulk work began to wait for its turn. */
  #bulkSince = 0
  #bulkRestUntil = 0
  #checkpointDue = false
  #truncations: { resolve: (emptied: boolean) => void; reject: (cause: unknown) => void }[] = []
  #full = true
  #restTimer: ReturnType<typeof setTimeout> | undefined
  #idle: (() => void)[] = []

  constructor(connection: Connection, options: WriterOptions) {
    this.#connection = connection
    this.#options = options
    this.#gate = new Gate(options)
  }

  /** How many batches have ended, committed or not. */
  get batches(): number {
    return this.#batches
  }

  write<T>(work: Work<T>, options: WriteOptions = {}): Promise<T> {
    if (this.#closed) return Promise.reject(new FailureError(commonFailure('shutting-down')))
    return new Promise<T>((resolve, reject) => {
      const item: Item = { work, resolve: resolve as (value: unknown) => void, reject }
      if (options.resumable) item.resumable = true
      if (options.bulk && this.#bulk.length === 0) this.#bulkSince = performance.now()
      if (options.bulk) this.#bulk.push(item)
      else this.#waiting.push(item)
      this.#wake()
    })
  }

  /** Somebody uses Daybook: bulk work makes room, the more the more they do. */
  noteForeground(): void {
    this.#calls += 1
    const now = performance.now()
    this.#recent = this.#recentAt(now) + 1
    this.#lastCall = now
  }

  isQuiet(): boolean {
    return this.#recentAt(performance.now()) < QUIET_CALLS
  }

  /** Recent calls, each forgotten by and by. */
  #recentAt(now: number): number {
    return this.#recent * Math.exp((this.#lastCall - now) / FORGET_MILLISECONDS)
  }

  /**
   * Copies the last pages of the log, which only the writer can do while it goes on writing: a thread would never catch
   * up, the log would never begin anew, and every read looks through all of it.
   */
  finishCheckpoint(): void {
    this.#checkpointDue = true
    this.#wake()
  }

  /** Copies the whole log and cuts it to nothing; false while somebody reads what stands in it. Nobody is waited for. */
  truncateLog(): Promise<boolean> {
    if (this.#closed) return Promise.reject(new FailureError(commonFailure('shutting-down')))
    return new Promise((resolve, reject) => {
      this.#truncations.push({ resolve, reject })
      this.#wake()
    })
  }

  /** Ends when everything that was asked for is committed. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#busy || this.#waiting.length + this.#bulk.length > 0) {
      await new Promise<void>((resolve) => this.#idle.push(resolve))
    }
    clearTimeout(this.#restTimer)
    this.#gate.close()
  }

  /** The batch starts after this turn's sockets are read, so that requests that came together commit together. */
  #wake(): void {
    if (this.#busy) return
    this.#busy = true
    setImmediate(() => void this.#drain())
  }

  async #drain(): Promise<void> {
    if (this.#checkpointDue) this.#checkpoint()
    this.#truncate()
    const now = performance.now()
    const rest = this.#bulkRestUntil - now
    const starving = rest <= 0 && now - this.#bulkSince > LONGEST_WAIT_MILLISECONDS
    const bulk = this.#bulk.length > 0 && (this.#waiting.length === 0 || starving)
    if (bulk && rest > 0 && !this.#closed) {
      // New foreground work wakes the writer during the rest.
      this.#busy = false
      clearTimeout(this.#restTimer)
      this.#restTimer = setTimeout(() => this.#wake(), rest)
      return
    }
    const first = bulk ? this.#bulk.shift() : this.#waiting.shift()
    // After a rest others may have left nothing to do.
    if (first) await this.#batch(first, bulk)
    if (this.#waiting.length + this.#bulk.length > 0) {
      setImmediate(() => void this.#drain())
      return
    }
    this.#busy = false
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  /** A microsecond: nothing but a look at the log's index (sqlite.org/pragma.html, wal_checkpoint NOOP). */
  #pagesToCopy(): number {
    const { log, checkpointed } = this.#connection.get('PRAGMA wal_checkpoint(NOOP)')!
    return Number(log) - Number(checkpointed)
  }

  #checkpoint(): void {
    this.#checkpointDue = false
    this.#connection.get('PRAGMA wal_checkpoint(PASSIVE)')
  }

  #truncate(): void {
    for (const { resolve, reject } of this.#truncations.splice(0)) {
      try {
        this.#connection.exec('PRAGMA busy_timeout = 0')
        resolve(Number(this.#connection.get('PRAGMA wal_checkpoint(TRUNCATE)')!.busy) === 0)
      } catch (cause) {
        reject(toStorageFailure(cause))
      } finally {
        this.#connection.exec('PRAGMA busy_timeout = 5000')
      }
    }
  }

  async #batch(first: Item, bulk: boolean): Promise<void> {
    const settles: (() => void)[] = []
    // The first is in before anything can fail, so that whoever asked is answered.
    const items = [first]
    const started = performance.now()
    let begun = false
    try {
      this.#syncEach(!(bulk && first.resumable))
      this.#connection.run('BEGIN IMMEDIATE')
      begun = true
      settles.push(await this.#one(first))
      const size = bulk ? 1 : MAX_BATCH
      while (settles.length < size && performance.now() - started < MAX_BATCH_MILLISECONDS) {
        const item = this.#waiting.shift()
        if (!item) break
        items.push(item)
        settles.push(await this.#one(item))
      }
      this.#connection.run('COMMIT')
    } catch (cause) {
      this.#rollback()
      // A database that cannot begin now is not asked again for each: the wait for its lock holds up everybody.
      if (!begun) items.push(...this.#waiting.splice(0))
      const failure = toStorageFailure(cause)
      for (const item of items) item.reject(failure)
      return
    } finally {
      this.#batches += 1
      if (bulk) this.#restAfter(performance.now() - started)
    }
    for (const settle of settles) settle()
    this.#options.onCommit?.(this.#pagesToCopy(), bulk)
  }

  /**
   * Whether a commit ends with its sync. One that does makes every commit before it durable too: the log is one file. What
   * people erase is overwritten at once, also where a page becomes free: another table may take it before a scrub does.
   */
  #syncEach(full: boolean): void {
    if (full === this.#full) return
    this.#connection.exec(`PRAGMA synchronous = ${full ? 'FULL' : 'NORMAL'}`)
    this.#connection.exec(`PRAGMA secure_delete = ${full ? 'ON' : 'FAST'}`)
    this.#full = full
  }

  /** Runs one work in its savepoint; answers how to settle it once the batch is committed. */
  async #one(item: Item): Promise<() => void> {
    const handle = new TransactionHandle(this.#connection)
    this.#connection.run('SAVEPOINT work')
    try {
      const value = await this.#gate.pass(() => item.work(handle))
      handle.end()
      this.#connection.run('RELEASE work')
      return () => item.resolve(value)
    } catch (cause) {
      handle.end()
      const failure = toStorageFailure(cause)
      this.#undoOne(failure)
      return () => item.reject(failure)
    }
  }

  #undoOne(failure: unknown): void {
    try {
      this.#connection.run('ROLLBACK TO work')
      this.#connection.run('RELEASE work')
    } catch {
      // A full disk ends the whole transaction, the savepoint with it: the batch fails for the reason the work failed.
      throw failure
    }
  }

  #restAfter(milliseconds: number): void {
    this.#bulkSince = performance.now()
    this.#bulkRestUntil = this.#bulkSince + Math.min(this.#calls * REST_MILLISECONDS_A_CALL, milliseconds * REST_FACTOR)
    this.#calls = 0
  }

  #rollback(): void {
    try {
      this.#connection.run('ROLLBACK')
    } catch {
      // The transaction has already ended by itself; there is nothing left to undo.
    }
  }
}

interface Item {
  work: Work<unknown>
  resumable?: boolean
  resolve(value: unknown): void
  reject(cause: unknown): void
}
