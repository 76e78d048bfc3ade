import { DatabaseSync } from 'node:sqlite'
import type { CompiledQuery, QueryResult } from 'kysely'
import type { Row, Transaction, Value } from '#kernel/database/port.ts'
import { StatementCache } from './statement-cache.ts'

/** One SQLite connection with its prepared statements. Everything on it is synchronous. */
export class Connection implements Transaction {
  readonly dialect = 'sqlite'
  readonly #database: DatabaseSync
  readonly #reads: StatementCache
  /**
   * The last row a statement inserted may be one of FTS5's own tables, whose numbers are beyond 2^53: Node refuses to
   * answer such a one as a number, for every statement that follows.
   */
  readonly #writes: StatementCache

  /** `cacheKilobytes`: pages that a reader holds at most; 4,000 unless told. */
  constructor(path: string, options: { readOnly: boolean; cacheKilobytes?: number | undefined }) {
    this.#database = new DatabaseSync(path, { readOnly: options.readOnly })
    this.#reads = new StatementCache(this.#database, { bigInts: false })
    this.#writes = new StatementCache(this.#database, { bigInts: true })
    for (const pragma of options.readOnly ? READER_PRAGMAS : WRITER_PRAGMAS) this.#database.exec(pragma)
    if (options.cacheKilobytes) this.#database.exec(`PRAGMA cache_size = -${options.cacheKilobytes}`)
  }

  /** The query builder's predicates keep workspaces apart here. */
  enter(): void {}

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  /** Begins a transaction that reads. Asking for a row that never comes costs less than counting changes. */
  begin(): void {
    this.#reads.prepare('BEGIN').get()
  }

  commit(): void {
    this.#reads.prepare('COMMIT').get()
  }

  run(sql: string, ...parameters: Value[]): { changes: number } {
    const { changes } = this.#writes.prepare(sql).run(...(parameters.map(bindable) as never[]))
    return { changes: Number(changes) }
  }

  get(sql: string, ...parameters: Value[]): Row | undefined {
    // Bun answers null where Node answers undefined.
    return (this.#reads.prepare(sql).get(...(parameters.map(bindable) as never[])) as Row | null) ?? undefined
  }

  all(sql: string, ...parameters: Value[]): Row[] {
    return this.#reads.prepare(sql).all(...(parameters.map(bindable) as never[])) as Row[]
  }

  execute<R>(query: CompiledQuery<R>): QueryResult<R> {
    const parameters = query.parameters.map(bindable) as never[]
    if (returnsRows(query)) return { rows: this.#reads.prepare(query.sql).all(...parameters) as R[] }
    const { changes, lastInsertRowid } = this.#writes.prepare(query.sql).run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  close(): void {
    this.#reads.clear()
    this.#writes.clear()
    this.#database.close()
  }
}

const READER_PRAGMAS = [
  'PRAGMA busy_timeout = 5000',
  'PRAGMA query_only = 1',
  'PRAGMA cache_size = -4000',
  'PRAGMA temp_store = MEMORY',
]

const WRITER_PRAGMAS = [
  'PRAGMA busy_timeout = 5000',
  'PRAGMA journal_mode = WAL',
  // Every acknowledged commit is on the disk; group commit pays for it.
  'PRAGMA synchronous = FULL',
  // The checkpointer copies the log back, off the hot path.
  'PRAGMA wal_autocheckpoint = 0',
  // Below the checkpointer's mark, so that a log that began anew is small again.
  'PRAGMA journal_size_limit = 4194304',
  'PRAGMA cache_size = -8000',
  'PRAGMA temp_store = MEMORY',
  // What is erased is overwritten, also a page that becomes free. The writer spares bulk work that (see scrub.ts).
  'PRAGMA secure_delete = ON',
]

function returnsRows(query: CompiledQuery): boolean {
  const node = query.query as { kind: string; returning?: unknown }
  return node.kind === 'SelectQueryNode' || node.returning !== undefined
}

/** node:sqlite binds a Date as NULL without a word, throws on undefined, and on Bun on booleans. */
function bindable(value: unknown): Value {
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) throw new TypeError('Instants are integer milliseconds in the database, not Dates')
  return value as Value
}
