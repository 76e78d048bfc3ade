import type { DatabaseSync, StatementSync } from 'node:sqlite'

const MAX_STATEMENTS = 500

/** The prepared statements of a connection, by their text. */
export class StatementCache {
  readonly #database: DatabaseSync
  readonly #bigInts: boolean
  readonly #statements = new Map<string, StatementSync>()

  /** `bigInts` answers every integer as a BigInt, also those of `run`. */
  constructor(database: DatabaseSync, { bigInts }: { bigInts: boolean }) {
    this.#database = database
    this.#bigInts = bigInts
  }

  prepare(sql: string): StatementSync {
    return this.#statements.get(sql) ?? this.#add(sql)
  }

  clear(): void {
    this.#statements.clear()
  }

  #add(sql: string): StatementSync {
    // Queries built with lists of any length would otherwise fill the memory.
    if (this.#statements.size >= MAX_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value!)
    const statement = this.#database.prepare(sql)
    statement.setReadBigInts(this.#bigInts)
    this.#statements.set(sql, statement)
    return statement
  }
}
