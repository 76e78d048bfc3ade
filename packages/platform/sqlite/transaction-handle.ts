import type { CompiledQuery, QueryResult } from 'kysely'
import type { Row, Transaction, Value } from '#kernel/database/port.ts'
import type { Connection } from './connection.ts'

/** A connection lent to one work. After its end every use throws, so that a straggler cannot write into another's. */
export class TransactionHandle implements Transaction {
  readonly dialect = 'sqlite'
  readonly single: boolean
  readonly #connection: Connection
  #ended = false
  #statementsLeft: number

  constructor(connection: Connection, statements = Infinity) {
    this.#connection = connection
    this.#statementsLeft = statements
    this.single = statements === 1
  }

  enter(): void {}

  run(sql: string, ...parameters: Value[]): { changes: number } {
    return this.#use().run(sql, ...parameters)
  }

  get(sql: string, ...parameters: Value[]): Row | undefined {
    return this.#use().get(sql, ...parameters)
  }

  all(sql: string, ...parameters: Value[]): Row[] {
    return this.#use().all(sql, ...parameters)
  }

  execute<R>(query: CompiledQuery<R>): QueryResult<R> {
    return this.#use().execute(query)
  }

  end(): void {
    this.#ended = true
  }

  #use(): Connection {
    if (this.#ended) throw new Error('A transaction was used after its end')
    if (this.#statementsLeft-- <= 0) throw new Error('A work that makes one statement made another')
    return this.#connection
  }
}
