import type { ReadOptions, Work } from '#kernel/database/port.ts'
import { Connection } from './connection.ts'
import { Gate, type GateOptions } from './gate.ts'
import { toStorageFailure } from './storage-failure.ts'
import { TransactionHandle } from './transaction-handle.ts'

/** A small pool of read-only connections. Each read is one snapshot. */
export class Readers {
  readonly #path: string
  readonly #size: number
  readonly #free: Connection[] = []
  readonly #all: Connection[] = []
  readonly #queue: ((connection: Connection) => void)[] = []

  readonly #cacheKilobytes: number | undefined
  readonly #gate: Gate

  /** `cacheKilobytes`: pages that each connection holds at most. */
  constructor(path: string, size: number, options: GateOptions & { cacheKilobytes?: number }) {
    this.#path = path
    this.#size = size
    this.#cacheKilobytes = options.cacheKilobytes
    this.#gate = new Gate(options)
  }

  async read<T>(work: Work<T>, { single = false }: ReadOptions = {}): Promise<T> {
    const connection = this.#take() ?? (await new Promise<Connection>((resolve) => this.#queue.push(resolve)))
    const handle = new TransactionHandle(connection, single ? 1 : Infinity)
    if (!single) connection.begin()
    try {
      return await this.#gate.pass(() => work(handle))
    } catch (cause) {
      throw toStorageFailure(cause)
    } finally {
      handle.end()
      if (!single) connection.commit()
      this.#give(connection)
    }
  }

  close(): void {
    this.#gate.close()
    for (const connection of this.#all) connection.close()
  }

  #take(): Connection | undefined {
    const free = this.#free.pop()
    if (free || this.#all.length >= this.#size) return free
    const opened = new Connection(this.#path, { readOnly: true, cacheKilobytes: this.#cacheKilobytes })
    this.#all.push(opened)
    return opened
  }

  #give(connection: Connection): void {
    const next = this.#queue.shift()
    if (next) next(connection)
    else this.#free.push(connection)
  }
}
