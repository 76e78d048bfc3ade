import type { Work } from '#kernel/database/port.ts'
import { Connection } from './connection.ts'
import { TransactionHandle } from './transaction-handle.ts'

/** A small pool of read-only connections. Each read is one snapshot. */
export class Readers {
  readonly #path: string
  readonly #size: number
  readonly #free: Connection[] = []
  readonly #all: Connection[] = []
  readonly #queue: ((connection: Connection) => void)[] = []

  constructor(path: string, size: number) {
    this.#path = path
    this.#size = size
  }

  async read<T>(work: Work<T>): Promise<T> {
    const connection = this.#take() ?? (await new Promise<Connection>((resolve) => this.#queue.push(resolve)))
    const handle = new TransactionHandle(connection)
    connection.run('BEGIN')
    try {
      return await work(handle)
    } finally {
      handle.end()
      connection.run('COMMIT')
      this.#give(connection)
    }
  }

  close(): void {
    for (const connection of this.#all) connection.close()
  }

  #take(): Connection | undefined {
    const free = this.#free.pop()
    if (free || this.#all.length >= this.#size) return free
    const opened = new Connection(this.#path, { readOnly: true })
    this.#all.push(opened)
    return opened
  }

  #give(connection: Connection): void {
    const next = this.#queue.shift()
    if (next) next(connection)
    else this.#free.push(connection)
  }
}
