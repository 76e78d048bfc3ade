import type { CompiledQuery, QueryResult } from 'kysely'
import { escapeLiteral, type ClientBase, type QueryResult as PgResult } from 'pg'
import type { Row, Transaction, Value } from '#kernel/database/port.ts'
import { numberPlaceholders } from './placeholders.ts'
import type { StatementNames } from './statement-names.ts'
import { bindable } from './values.ts'

/**
 * A transaction on a connection lent to one work. It begins with its first statement, and after its end every use
 * throws, so that a straggler cannot write into another's.
 */
export class PostgresTransaction implements Transaction {
  readonly dialect = 'postgres'
  readonly #client: ClientBase
  readonly #begin: string
  readonly #names: StatementNames
  #begun = false
  #ended = false
  #workspaceId: string | null = null
  #running = 0
  #runningSince = 0
  /** Milliseconds in which at least one statement was under way, before the present one. */
  #spent = 0
  /** Statements so far, so that a work can be told apart that does something else between two of them. */
  statements = 0
  /** Called when no statement is under way any more. */
  onIdle: (() => void) | null = null
  /** The first statement that failed: PostgreSQL refuses every one after it. */
  failure: unknown = null

  constructor(client: ClientBase, begin: string, names: StatementNames) {
    this.#client = client
    this.#begin = begin
    this.#names = names
  }

  /** Row-level security shows and takes this workspace's rows alone, from the next statement on. */
  enter(workspaceId: string): void {
    if (this.#workspaceId === workspaceId) return
    this.#workspaceId = workspaceId
    if (this.#begun) this.#send(setWorkspace(workspaceId))
  }

  async run(sql: string, ...parameters: Value[]): Promise<{ changes: number }> {
    const { rowCount } = await this.#query(numberPlaceholders(sql), parameters)
    return { changes: rowCount ?? 0 }
  }

  async get(sql: string, ...parameters: Value[]): Promise<Row | undefined> {
    const { rows } = await this.#query(numberPlaceholders(sql), parameters)
    return rows[0] as Row | undefined
  }

  async all(sql: string, ...parameters: Value[]): Promise<Row[]> {
    const { rows } = await this.#query(numberPlaceholders(sql), parameters)
    return rows as Row[]
  }

  async execute<R>({ sql, parameters }: CompiledQuery<R>): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.#query(sql, parameters)
    if (command === 'SELECT') return { rows: rows as R[] }
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
  }

  /** Milliseconds that the work spent on something other than its statements, since an instant of `performance.now()`. */
  idleSince(began: number): number {
    const now = performance.now()
    const spent = this.#spent + (this.#running > 0 ? now - this.#runningSince : 0)
    return now - began - spent
  }

  get isIdle(): boolean {
    return this.#running === 0
  }

  /** Nobody may use it from now on. */
  end(): void {
    this.#ended = true
  }

  /** Commits what was begun. A transaction that had failed commits nothing and says so. */
  async commit(): Promise<void> {
    if (!this.#begun) return
    if (this.failure) throw this.failure
    const { command } = await this.#client.query('COMMIT')
    if (command !== 'COMMIT') throw this.failure ?? new Error('The transaction was rolled back')
  }

  async rollback(): Promise<void> {
    if (this.#begun) await this.#client.query('ROLLBACK')
  }

  async #query(text: string, parameters: readonly unknown[]): Promise<PgResult> {
    if (this.#ended) throw new Error('A transaction was used after its end')
    const values = parameters.map(bindable)
    if (!this.#begun) {
      this.#begun = true
      const enter = this.#workspaceId === null ? '' : `; ${setWorkspace(this.#workspaceId)}`
      this.#send(`${this.#begin}${enter}`)
    }
    const name = this.#names.nameOf(text)
    this.statements += 1
    if (this.#running++ === 0) this.#runningSince = performance.now()
    try {
      return await this.#client.query({ text, values, ...(name !== undefined && { name }) })
    } catch (cause) {
      this.failure ??= cause
      throw cause
    } finally {
      if (--this.#running === 0) this.#rest()
    }
  }

  #rest(): void {
    this.#spent += performance.now() - this.#runningSince
    this.onIdle?.()
  }

  /** Ahead of the next statement, which waits for it on the connection; its failure fails that one too. */
  #send(text: string): void {
    this.#client.query(text).catch((cause: unknown) => (this.failure ??= cause))
  }
}

const setWorkspace = (id: string) => `SELECT set_config('daybook.workspace', ${escapeLiteral(id)}, true)`
