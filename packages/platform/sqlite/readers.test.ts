import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openTestDatabase } from './testing.ts'

it('reads one snapshot, whatever is written meanwhile', async () => {
  await using test = await openTestDatabase({ strict: false })
  await test.add('one')
  const counts = await test.database.read(async (transaction) => {
    const before = await transaction.get('SELECT COUNT(*) AS n FROM note')
    await test.add('two')
    const after = await transaction.get('SELECT COUNT(*) AS n FROM note')
    return [before!.n, after!.n]
  })
  expect(counts).toEqual([1, 1])
  expect(await test.texts()).toEqual(['one', 'two'])
})

it('answers readers while a write is under way, with what was committed before', async () => {
  await using test = await openTestDatabase({ strict: false })
  await test.add('old')
  const { promise: written, resolve: mayCommit } = Promise.withResolvers<void>()
  const writing = test.add('new', () => written)
  await sleep(5)
  expect(await test.texts()).toEqual(['old'])
  mayCommit()
  await writing
  expect(await test.texts()).toEqual(['old', 'new'])
})

it('makes one statement where a work said so, and refuses another', async () => {
  await using test = await openTestDatabase()
  await test.add('one')
  const count = 'SELECT COUNT(*) AS n FROM note'
  const read = (statements: number) =>
    test.database.read(
      async (transaction) => {
        for (let n = 1; n < statements; n++) await transaction.get(count)
        return transaction.get(count)
      },
      { single: true },
    )
  expect(await read(1)).toEqual({ n: 1 })
  await expect(read(2)).rejects.toThrow('makes one statement')
  expect(await read(1)).toEqual({ n: 1 })
})

it('cannot write', async () => {
  await using test = await openTestDatabase()
  const writing = test.database.read(async (transaction) => transaction.run("INSERT INTO note (text) VALUES ('no')"))
  await expect(writing).rejects.toMatchObject({ failure: { code: 'database-failed' } })
  expect(await test.texts()).toEqual([])
})

it('serves more readers than it has connections, also after some failed', async () => {
  await using test = await openTestDatabase({ readers: 2 })
  const reads = Array.from({ length: 20 }, (_, n) =>
    test.database.read(async () => {
      if (n % 2) throw new Error('odd')
      return n
    }),
  )
  const outcomes = await Promise.allSettled(reads)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  expect(await test.texts()).toEqual([])
})

it('refuses a read that awaits more than its database', async () => {
  await using test = await openTestDatabase()
  const outside = test.database.read(() => new Promise((resolve) => setImmediate(resolve)))
  await expect(outside).rejects.toThrow('awaited something other than its database')
})

it('ends a read that does not end, so that the next ones have a connection', async () => {
  await using test = await openTestDatabase({ readers: 1, watchdogMilliseconds: 50 })
  const stuck = test.database.read(() => new Promise(() => undefined))
  await expect(stuck).rejects.toMatchObject({ failure: { code: 'handler-too-slow' } })
  expect(await test.texts()).toEqual([])
})

it('shuts the handle at the end', async () => {
  await using test = await openTestDatabase()
  const straggler = await test.database.read(async (transaction) => transaction)
  expect(() => straggler.get('SELECT 1')).toThrow('after its end')
})
