import type { CompiledQuery, QueryResult } from 'kysely'

export type Value = string | number | bigint | null | Uint8Array
export type Row = Record<string, unknown>

/** Answers now on SQLite and later on PostgreSQL; callers always await. */
export type Maybe<T> = T | Promise<T>

/** One transaction or read snapshot. SQL has `?` placeholders; the kernel alone writes it by hand. */
export interface Transaction {
  readonly dialect: 'sqlite' | 'postgres'
  /** One statement and no other: see `ReadOptions`. */
  readonly single?: boolean
  /** From now on statements are for this workspace: where the database itself keeps workspaces apart, it shows no other. */
  enter(workspaceId: string): void
  run(sql: string, ...parameters: Value[]): Maybe<{ changes: number }>
  get(sql: string, ...parameters: Value[]): Maybe<Row | undefined>
  all(sql: string, ...parameters: Value[]): Maybe<Row[]>
  /** What the query builder compiled, with its parameters. */
  execute<R>(query: CompiledQuery<R>): Maybe<QueryResult<R>>
}

/** A unit of work inside a transaction of the writer. It is rolled back alone when it throws. */
export type Work<T> = (transaction: Transaction) => Promise<T>

export interface ReadOptions {
  /** The work makes one statement, a snapshot by itself: SQLite begins no transaction for it, and refuses a second one. */
  single?: boolean
}

/** The database as the kernel sees it. Adapters are in platform. */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres'
  /** Another number after every write; null where other processes write too. */
  readonly version: number | null
  /** Runs work in the writer; answers only when the commit is on the disk. */
  write<T>(work: Work<T>, options?: WriteOptions): Promise<T>
  /** Runs work on one snapshot of a read-only connection. */
  read<T>(work: Work<T>, options?: ReadOptions): Promise<T>
  /** A person or program calls: bulk work makes room. */
  noteForeground(): void
  /** Whether nobody has called for a moment: bulk work may then take larger steps. */
  isQuiet(): boolean
  /** Applies statements outside any command: migrations, pragmas of maintenance. */
  maintain(sql: string): Promise<void>
  /** Faults found by the database's own check; an empty list is clean. */
  checkIntegrity(): Promise<string[]>
  /** Overwrites what erased rows have left in the files of the database; with a server for a database that is the server's work. */
  scrub(signal: AbortSignal): Promise<void>
  /** Calls back when any process has stored events, until the returned function is called. SQLite has one process, and says nothing. */
  onStored(listener: () => void): () => void
  /** Bytes of the log that this process keeps small; 0 where the server does that. */
  logBytes(): number
  close(): Promise<void>
}

export interface WriteOptions {
  /** Bulk work waits until nobody else is waiting. */
  bulk?: boolean
  /**
   * A step that a loss of power may take back with all steps after it, since its place in the work is in the same
   * transaction and nothing outside waits for it. It is durable with the next step that is not resumable.
   */
  resumable?: boolean
  /**
   * What a work that names it can do with on PostgreSQL: one snapshot (`repeatable-read`), or a new one a statement
   * (`read-committed`). On SQLite there is one writer and nothing to choose.
   */
  isolation?: 'repeatable-read' | 'read-committed'
  /** The kernel's own: it has a connection to itself, so that others may wait for it while they hold theirs. */
  reserved?: boolean
}
