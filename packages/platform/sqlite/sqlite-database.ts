import type { Database, ReadOptions, Work, WriteOptions } from '#kernel/database/port.ts'
import { Checkpointer } from './checkpointer.ts'
import { Connection } from './connection.ts'
import { Readers } from './readers.ts'
import { emptyLog, overwriteFreePages } from './scrub.ts'
import { Writer } from './writer.ts'

export interface SqliteOptions {
  /** The database file; its folder exists. */
  path: string
  strict: boolean
  watchdogMilliseconds?: number
  readers?: number
  onLogAlarm?: (bytes: number) => void
}

/** SQLite in WAL mode: one group-committing writer, a pool of readers, checkpoints beside them. */
export class SqliteDatabase implements Database {
  readonly dialect = 'sqlite'
  readonly #path: string
  readonly #connection: Connection
  readonly #writer: Writer
  readonly #readers: Readers
  readonly #checkpointer: Checkpointer

  constructor(options: SqliteOptions) {
    this.#path = options.path
    this.#connection = new Connection(options.path, { readOnly: false })
    this.#checkpointer = new Checkpointer({
      path: options.path,
      onAlarm: options.onLogAlarm ?? (() => undefined),
      onCopied: () => this.#writer.finishCheckpoint(),
    })
    this.#writer = new Writer(this.#connection, {
      ...options,
      onCommit: (pages, bulk) => this.#checkpointer.note(pages, bulk),
    })
    this.#readers = new Readers(options.path, options.readers ?? 4, options)
  }

  /** The folder's lock keeps other processes out: nothing is written but by this writer. */
  get version(): number {
    return this.#writer.batches
  }

  write<T>(work: Work<T>, options?: WriteOptions): Promise<T> {
    return this.#writer.write(work, options)
  }

  read<T>(work: Work<T>, options?: ReadOptions): Promise<T> {
    return this.#readers.read(work, options)
  }

  noteForeground(): void {
    this.#writer.noteForeground()
  }

  isQuiet(): boolean {
    return this.#writer.isQuiet()
  }

  async maintain(sql: string): Promise<void> {
    await this.#writer.write(async (transaction) => void (await transaction.run(sql)), { bulk: true })
  }

  async checkIntegrity(): Promise<string[]> {
    // A connection of its own: one that has read the full-text index before keeps that index's structure in memory, and
    // this check, unlike a search, does not refresh it. It then calls a merged index corrupt.
    const connection = new Connection(this.#path, { readOnly: true })
    try {
      const rows = connection.all('PRAGMA integrity_check')
      return rows.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
    } finally {
      connection.close()
    }
  }

  async scrub(signal: AbortSignal): Promise<void> {
    await overwriteFreePages(this.#writer, signal)
    await emptyLog(this.#writer, signal)
  }

  onStored(): () => void {
    return () => undefined
  }

  /** The size of the write-ahead log in bytes. */
  logBytes(): number {
    return this.#checkpointer.logBytes()
  }

  async close(): Promise<void> {
    await this.#writer.close()
    await this.#checkpointer.close()
    this.#readers.close()
    // Statistics of a database that is nearly empty mislead every plan once it has grown.
    if (this.#pages() > OPTIMIZE_FROM_PAGES) this.#connection.exec('PRAGMA optimize')
    this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#connection.close()
  }

  #pages(): number {
    return Number(this.#connection.get('PRAGMA page_count')!.page_count)
  }
}

/** 64 MiB at SQLite's usual 4 KiB. */
const OPTIMIZE_FROM_PAGES = 16_384
