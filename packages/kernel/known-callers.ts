import type { Database, Row } from './database/port.ts'
import type { Lookup } from './identity.ts'

const MAX_CALLERS = 1000

/**
 * The rows of callers, as they stand in the database. Where this process alone writes, a row that was read stays true
 * until the next write of anything: only until then is it kept, so that nobody acts on rights that were taken back.
 */
export class KnownCallers {
  readonly #database: Database
  readonly #known = new Map<string, { sql: string; row: Row }>()
  /** The database's version that all of them were read at. */
  #version: number | null = null

  constructor(database: Database) {
    this.#database = database
  }

  async find({ sql, key }: Lookup): Promise<Row | undefined> {
    const { version } = this.#database
    if (version === null) return this.#read(sql, key)
    if (version !== this.#version) this.#known.clear()
    this.#version = version
    const known = this.#known.get(key)
    if (known?.sql === sql) return known.row

    const row = await this.#read(sql, key)
    if (row && this.#database.version === version) this.#keep(key, { sql, row })
    return row
  }

  #read(sql: string, key: string): Promise<Row | undefined> {
    return this.#database.read(async (transaction) => transaction.get(sql, key), { single: true })
  }

  #keep(key: string, known: { sql: string; row: Row }): void {
    if (this.#known.size >= MAX_CALLERS) this.#known.clear()
    this.#known.set(key, known)
  }
}
