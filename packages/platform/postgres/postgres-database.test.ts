import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, it } from 'vitest'
import { FailureError } from '#kernel/failure.ts'
import { openTestDatabase, type TestDatabase } from './testing.ts'

const add = (test: TestDatabase, id: string, text = id) =>
  test.database.write(async (transaction) => transaction.run('INSERT INTO note (id, text) VALUES (?, ?)', id, text))

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const cause: unknown = await promise.then(
    () => 'nothing',
    (failure: unknown) => failure,
  )
  return cause instanceof FailureError ? cause.failure.code : String(cause)
}

it('commits what a work wrote, and takes back what one wrote that throws', async () => {
  await using test = await openTestDatabase()
  await add(test, 'kept')
  const failing = test.database.write(async (transaction) => {
    await transaction.run("INSERT INTO note (id, text) VALUES ('lost', '')")
    throw new Error('No')
  })
  await expect(failing).rejects.toThrow('No')
  expect(await test.texts()).toEqual(['kept'])
})

it('gives every concurrent work the world as if it were alone: nothing is counted twice, nothing lost', async () => {
  await using test = await openTestDatabase()
  await add(test, 'counter')
  let tries = 0
  const countUp = () =>
    test.database.write(async (transaction) => {
      tries += 1
      const row = await transaction.get("SELECT n FROM note WHERE id = 'counter'")
      await transaction.run("UPDATE note SET n = ? WHERE id = 'counter'", Number(row!.n) + 1)
    })
  await Promise.all(Array.from({ length: 100 }, countUp))
  const row = await test.database.read(async (transaction) => transaction.get('SELECT n FROM note'))
  expect(row).toEqual({ n: 100 })
  expect(tries).toBeGreaterThan(100)
})

it('lets two works that looked for the same thing find each other, though neither changes what the other wrote', async () => {
  await using test = await openTestDatabase()
  const addFirst = (id: string) =>
    test.database.write(async (transaction) => {
      const row = await transaction.get('SELECT COUNT(*) AS n FROM note')
      if (row!.n === 0) await transaction.run('INSERT INTO note (id, text) VALUES (?, ?)', id, 'first')
    })
  await Promise.all(Array.from({ length: 20 }, (_, n) => addFirst(`${n}`)))
  expect(await test.texts()).toEqual(['first'])
})

it('finds what another has just written under the same key, as the next in a queue would', async () => {
  await using test = await openTestDatabase()
  const ensure = () =>
    test.database.write(async (transaction) => {
      const row = await transaction.get("SELECT text FROM note WHERE id = 'one'")
      if (row) return 'found'
      await transaction.run("INSERT INTO note (id, text) VALUES ('one', 'made')")
      return 'made'
    })
  const answers = await Promise.all(Array.from({ length: 20 }, ensure))
  expect(answers.filter((answer) => answer === 'made')).toHaveLength(1)
})

it('says of a failure that a work swallowed that nothing was committed', async () => {
  await using test = await openTestDatabase()
  await add(test, 'there')
  const careless = test.database.write(async (transaction) => {
    await transaction.run("INSERT INTO note (id, text) VALUES ('more', '')")
    await Promise.resolve(transaction.run('SELECT 1 / 0')).catch(() => undefined)
  })
  await expect(careless).rejects.toThrow('division by zero')
  expect(await test.texts()).toEqual(['there'])
})

it('reads one snapshot, and cannot write in it', async () => {
  await using test = await openTestDatabase()
  await add(test, 'a')
  const look = test.database.read(async (transaction) => {
    const before = await transaction.all('SELECT id FROM note')
    void add(test, 'b')
    await transaction.run('SELECT pg_sleep(0.2)')
    return [before.length, (await transaction.all('SELECT id FROM note')).length]
  })
  expect(await look).toEqual([1, 1])
  expect(await test.texts()).toEqual(['a', 'b'])
  const write = test.database.read(async (transaction) => transaction.run("INSERT INTO note VALUES ('c', 'c')"))
  expect(await codeOf(write)).toBe('database-failed')
})

it('means the same by a value as SQLite does', async () => {
  await using test = await openTestDatabase()
  const row = await test.database.read(async (transaction) =>
    transaction.get(
      `SELECT 2 > 1 AS yes, CAST(9007199254740991 AS bigint) AS large, SUM(n) AS total, COUNT(*) AS many, CAST(? AS bytea) AS bytes,
         '?' AS mark, CAST(NULL AS text) AS nothing FROM (VALUES (1), (2)) AS numbers (n)`,
      new Uint8Array([0, 255]),
    ),
  )
  expect(row).toEqual({
    yes: 1,
    large: 9007199254740991,
    total: 3,
    many: 2,
    bytes: new Uint8Array([0, 255]),
    mark: '?',
    nothing: null,
  })
  const tooLarge = test.database.read(async (transaction) =>
    transaction.get('SELECT CAST(9007199254740993 AS bigint) AS n'),
  )
  await expect(tooLarge).rejects.toThrow('too large a number')
})

it('refuses the one character that it cannot keep by a declared error', async () => {
  await using test = await openTestDatabase()
  expect(await codeOf(add(test, 'a\0b'))).toBe('invalid-input')
  await add(test, 'after')
  expect(await test.texts()).toEqual(['after'])
})

it('gives a work up that waits for something else, and shuts its transaction', async () => {
  await using test = await openTestDatabase({ strict: false, watchdogMilliseconds: 100 })
  const late = Promise.withResolvers<unknown>()
  const slow = test.database.write(async (transaction) => {
    await transaction.run("INSERT INTO note (id, text) VALUES ('late', '')")
    await sleep(300)
    const insert = Promise.resolve(transaction.run("INSERT INTO note (id, text) VALUES ('later', '')"))
    await insert.then(late.resolve, late.resolve)
  })
  expect(await codeOf(slow)).toBe('handler-too-slow')
  expect(String(await late.promise)).toContain('after its end')
  expect(await test.texts()).toEqual([])
})

it('waits for a statement as long as it takes: that is no fault of the work', async () => {
  await using test = await openTestDatabase({ watchdogMilliseconds: 100 })
  await test.database.write(async (transaction) => transaction.run('SELECT pg_sleep(0.5)'))
})

it('outlives the loss of every connection', async () => {
  const lost: unknown[] = []
  await using test = await openTestDatabase({ onLost: (cause) => lost.push(cause) })
  await add(test, 'before')
  const admin = new pg.Client({ connectionString: test.url })
  await admin.connect()
  const cut = test.database.read(async (transaction) => {
    await transaction.get('SELECT 1')
    await admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    return transaction.get('SELECT 1')
  })
  expect(await codeOf(cut)).toBe('database-failed')
  await admin.end()
  await expect.poll(() => codeOf(add(test, 'after'))).toBe('nothing')
  expect(await test.texts()).toEqual(['after', 'before'])
})

it('keeps connections for people while bulk work takes all of its own', async () => {
  await using test = await openTestDatabase({ strict: false })
  const bulk = Array.from({ length: 6 }, () =>
    test.database.write(async (transaction) => transaction.run('SELECT pg_sleep(0.3)'), { bulk: true }),
  )
  let bulkEnded = false
  void Promise.all(bulk).then(() => (bulkEnded = true))
  await Promise.all(Array.from({ length: 10 }, (_, n) => add(test, `${n}`)))
  expect(bulkEnded).toBe(false)
  await Promise.all(bulk)
})

it('ends when everything that was asked for is done, and takes no more', async () => {
  await using test = await openTestDatabase()
  const under = add(test, 'under way')
  const closing = test.database.close()
  await under
  await closing
  expect(await codeOf(add(test, 'late'))).toBe('shutting-down')
})
