import { expect, it } from 'vitest'
import type { Database, Row, Transaction, Work } from './database/port.ts'
import { KnownCallers } from './known-callers.ts'

const lookup = { sql: 'SELECT * FROM token WHERE hash = ?', key: 'abc' }

it('reads a caller once, until something is written', async () => {
  const database = new CountingDatabase(0)
  const callers = new KnownCallers(database as unknown as Database)
  expect(await callers.find(lookup)).toEqual({ read: 1 })
  expect(await callers.find(lookup)).toEqual({ read: 1 })
  database.version = 1
  expect(await callers.find(lookup)).toEqual({ read: 2 })
  expect(await callers.find({ ...lookup, sql: 'SELECT * FROM session WHERE hash = ?' })).toEqual({ read: 3 })
})

it('keeps nothing that was read while something was written', async () => {
  const database = new CountingDatabase(0)
  const callers = new KnownCallers(database as unknown as Database)
  const reading = callers.find(lookup)
  database.version = 1
  expect(await reading).toEqual({ read: 1 })
  expect(await callers.find(lookup)).toEqual({ read: 2 })
})

it('remembers nobody it did not find', async () => {
  const database = new CountingDatabase(0, () => undefined)
  const callers = new KnownCallers(database as unknown as Database)
  await callers.find(lookup)
  await callers.find(lookup)
  expect(database.reads).toBe(2)
})

it('reads a caller every time where other processes write', async () => {
  const callers = new KnownCallers(new CountingDatabase(null) as unknown as Database)
  expect(await callers.find(lookup)).toEqual({ read: 1 })
  expect(await callers.find(lookup)).toEqual({ read: 2 })
})

/** Answers every read with its number. */
class CountingDatabase {
  version: number | null
  reads = 0
  readonly #row: (read: number) => Row | undefined

  constructor(version: number | null, row: (read: number) => Row | undefined = (read) => ({ read })) {
    this.version = version
    this.#row = row
  }

  read<T>(work: Work<T>): Promise<T> {
    this.reads += 1
    return work({ get: () => this.#row(this.reads) } as unknown as Transaction)
  }
}
