import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { CompiledQuery, QueryResult } from 'kysely'
import type { Row, Transaction, Value } from '#kernel/database/port.ts'

/** One SQLite connection with its prepared statements. Everything on it is synchronous. */
export class Connection implements Transaction {
  readonly dialect = 'sqlite'
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(path: string, options: { readOnly: boolean }) {
    this.#database = new DatabaseSync(path, { readOnly: options.readOnly })
    for (const pragma of options.readOnly ? READER_PRAGMAS : WRITER_PRAGMAS) this.#database.exec(pragma)
  }

  /** The query builder's predicates keep workspaces apart here. */
  enter(): void {}

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  run(sql: string, ...parameters: Value[]): { changes: number } {
    const { changes } = this.#prepare(sql).run(...(parameters.map(bindable) as never[]))
    return { changes: Number(changes) }
  }

  get(sql: string, ...parameters: Value[]): Row | undefined {
    // Bun answers null where Node answers undefined.
    return (this.#prepare(sql).get(...(parameters.map(bindable) as never[])) as Row | null) ?? undefined
  }

  all(sql: string, ...parameters: Value[]): Row[] {
    return this.#prepare(sql).all(...(parameters.map(bindable) as never[])) as Row[]
  }

  execute<R>(query: CompiledQuery<R>): QueryResult<R> {
    const parameters = query.parameters.map(bindable) as never[]
    const statement = this.#prepare(query.sql)
    if (returnsRows(query)) return { rows: statement.all(...parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (!statement) {
      // Queries built with lists of any length would otherwise fill the memory.
      if (this.#statements.size >= MAX_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value!)
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

const MAX_STATEMENTS = 500

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
