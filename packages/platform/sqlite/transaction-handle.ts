import type { CompiledQuery, QueryResult } from 'kysely'
import { commonFailure, FailureError } from '#kernel/failure.ts'
import type { Row, Transaction, Value } from '#kernel/database/port.ts'
import type { Connection } from './connection.ts'

/** A connection lent to one work. After its end every use throws, so that a straggler cannot write into another's. */
export class TransactionHandle implements Transaction {
  readonly #connection: Connection
  #ended = false

  constructor(connection: Connection) {
    this.#connection = connection
  }

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
    return this.#connection
  }
}

/**
 * What a handler may await: its database and nothing that needs the event loop to turn.
 * In strict mode crossing a macrotask throws; anywhere the watchdog ends what takes too long.
 */
export class Gate {
  readonly #strict: boolean
  readonly #timer: ReturnType<typeof setTimeout>
  readonly #turn: ReturnType<typeof setImmediate> | undefined
  readonly #late: Promise<never>
  #crossed = false

  constructor(options: { strict: boolean; watchdogMilliseconds?: number }) {
    this.#strict = options.strict
    const { promise, reject } = Promise.withResolvers<never>()
    this.#late = promise
    // Nobody may be waiting when it fires.
    promise.catch(() => undefined)
    this.#timer = setTimeout(() => reject(new FailureError(commonFailure('handler-too-slow'))), options.watchdogMilliseconds ?? 2000)
    this.#turn = this.#strict ? setImmediate(() => (this.#crossed = true)) : undefined
  }

  async pass<T>(work: Promise<T>): Promise<T> {
    const value = await Promise.race([work, this.#late])
    if (this.#crossed) throw new Error('A handler awaited something other than its database: network, files and timers belong in a job')
    return value
  }

  close(): void {
    clearTimeout(this.#timer)
    if (this.#turn) clearImmediate(this.#turn)
  }
}
