import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { FailureError } from '#kernel/failure.ts'
import { Connection } from './connection.ts'
import { openTestDatabase } from './testing.ts'
import { Writer } from './writer.ts'

it('commits many works at once', async () => {
  await using bench = await openWriter()
  const works = Array.from({ length: 64 }, (_, n) => bench.add(`${n}`))
  await Promise.all(works)
  expect(bench.count()).toBe(64)
  // One, where the machine is not so busy that the batch's few milliseconds run out.
  expect(bench.commits()).toBeLessThan(32)
})

it('begins a new commit after 64 works', async () => {
  await using bench = await openWriter()
  await Promise.all(Array.from({ length: 65 }, (_, n) => bench.add(`${n}`)))
  expect(bench.commits()).toBeGreaterThanOrEqual(2)
  expect(bench.count()).toBe(65)
})

it('answers nobody before the commit of their batch', async () => {
  await using bench = await openWriter()
  const works = Array.from({ length: 64 }, async (_, n) => {
    await bench.add(`${n}`)
    return bench.sees(`${n}`)
  })
  expect(new Set(await Promise.all(works))).toEqual(new Set([true]))
})

it('has another version for whoever is answered', async () => {
  await using test = await openTestDatabase()
  const versions = [test.database.version]
  for (const text of ['one', 'two']) {
    await test.add(text)
    versions.push(test.database.version)
  }
  expect(new Set(versions).size).toBe(3)
})

it('rolls back the work that throws, and that one alone', async () => {
  await using test = await openTestDatabase()
  const refuse = () => {
    throw new Error('No')
  }
  const outcomes = await Promise.allSettled([test.add('before'), test.add('broken', refuse), test.add('after')])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await test.texts()).toEqual(['before', 'after'])
})

it('fails every work of a batch whose commit fails, and goes on with the next', async () => {
  await using test = await openTestDatabase()
  await test.database.maintain(
    'CREATE TABLE child (id INTEGER PRIMARY KEY, note INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED)',
  )
  // Held only at the commit: each work succeeds, the batch does not.
  const addOrphan = () =>
    test.database.write(async (transaction) => void (await transaction.run('INSERT INTO child (note) VALUES (99)')))
  const outcomes = await Promise.allSettled([test.add('before'), addOrphan(), test.add('after')])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await test.texts()).toEqual([])
  await test.add('next')
  expect(await test.texts()).toEqual(['next'])
})

it('refuses a work that awaits more than its database, and spares its neighbours', async () => {
  await using test = await openTestDatabase()
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const outcomes = await Promise.allSettled([test.add('before'), test.add('outside', turn), test.add('after')])
  expect(outcomes[1]).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('awaited something other than its database') },
  })
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await test.texts()).toEqual(['before', 'after'])
})

it('tolerates a turn of the event loop where it is not strict', async () => {
  await using test = await openTestDatabase({ strict: false })
  await test.add('slow', () => sleep(5))
  expect(await test.texts()).toEqual(['slow'])
})

it.each([true, false])('rolls back a work that does not end, and shuts its handle (strict: %s)', async (strict) => {
  await using test = await openTestDatabase({ strict, watchdogMilliseconds: 50 })
  let late: Promise<unknown> | undefined
  const addStuck = () =>
    test.database.write(async (transaction) => {
      await transaction.run("INSERT INTO note (text) VALUES ('stuck')")
      late = sleep(120).then(() => transaction.run("INSERT INTO note (text) VALUES ('late')"))
      late.catch(() => undefined)
      await late
    })
  const outcomes = await Promise.allSettled([test.add('before'), addStuck(), test.add('after')])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((outcomes[1] as PromiseRejectedResult).reason.failure.code).toBe('handler-too-slow')
  await expect(late).rejects.toThrow('after its end')
  expect(await test.texts()).toEqual(['before', 'after'])
})

it('lets everybody go before bulk work', async () => {
  await using test = await openTestDatabase()
  const order: string[] = []
  const bulk = ['b1', 'b2', 'b3'].map((name) => test.database.write(async () => void order.push(name), { bulk: true }))
  const quick = ['q1', 'q2'].map((name) => test.database.write(async () => void order.push(name)))
  await Promise.all([...bulk, ...quick])
  expect(order).toEqual(['q1', 'q2', 'b1', 'b2', 'b3'])
})

it('gives bulk work its turn where others never stop writing', async () => {
  await using test = await openTestDatabase()
  let done = false
  const bulk = test.database.write(async () => void (done = true), { bulk: true })
  const others = async () => {
    while (!done) await test.add('again')
  }
  await Promise.all([bulk, ...Array.from({ length: 8 }, others)])
  expect(done).toBe(true)
})

it('lets bulk work rest while Daybook is used, and not while nobody calls', async () => {
  await using test = await openTestDatabase()
  const busy = () => {
    const until = performance.now() + 10
    while (performance.now() < until);
  }
  const timeOf = async (calls: number) => {
    const started = performance.now()
    for (let chunk = 0; chunk < 5; chunk++) {
      for (let call = 0; call < calls; call++) test.database.noteForeground()
      await test.database.write(async () => busy(), { bulk: true })
    }
    return performance.now() - started
  }
  const alone = await timeOf(0)
  expect(await timeOf(100)).toBeGreaterThan(alone * 2)
})

it.each([false, true])('says that the database is held by another process, and recovers (bulk: %s)', async (bulk) => {
  await using test = await openTestDatabase()
  // PRAGMA busy_timeout is the connection's; the default of 5 s is long for a test.
  await test.database.maintain('PRAGMA busy_timeout = 20')
  const other = new DatabaseSync(test.path)
  other.exec('BEGIN IMMEDIATE')
  const held = await test.database.write(async () => 'never', { bulk }).catch((cause: FailureError) => cause.failure)
  expect(held).toMatchObject({ code: 'database-busy', declaration: { retryable: true } })
  other.exec('ROLLBACK')
  other.close()
  expect(await test.database.write(async () => 'now', { bulk })).toBe('now')
})

it('ends what was asked for before it closes, and takes nothing after', async () => {
  const test = await openTestDatabase()
  const asked = [test.add('one'), test.database.write(async () => 'bulk', { bulk: true })]
  const closed = test.database.close()
  expect(await Promise.all(asked)).toEqual(['one', 'bulk'])
  await closed
  const late = await test.add('late').catch((cause: FailureError) => cause.failure.code)
  expect(late).toBe('shutting-down')
})

it('answers disk-full when the disk is full, loses nothing, and goes on when there is room again', async () => {
  await using test = await openTestDatabase()
  await test.add('kept')
  const pages = await test.database.read(async (transaction) =>
    Number((await transaction.get('PRAGMA page_count'))!.page_count),
  )
  await test.database.maintain(`PRAGMA max_page_count = ${pages + 4}`)
  const big = 'x'.repeat(3000)
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => test.add(big)))
  const codes = outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? 'stored' : (outcome.reason as FailureError).failure.code,
  )
  expect(codes).toContain('disk-full')
  expect(codes.filter((code) => code !== 'stored' && code !== 'disk-full')).toEqual([])
  // What was answered is there, and nothing else is.
  expect(await test.texts()).toHaveLength(1 + codes.filter((code) => code === 'stored').length)
  expect(await test.database.checkIntegrity()).toEqual([])

  await test.database.maintain('PRAGMA max_page_count = 1000000')
  await test.add(big)
  expect(await test.database.checkIntegrity()).toEqual([])
})

async function openWriter() {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-writer-'))
  const path = join(folder, 'test.sqlite')
  const connection = new Connection(path, { readOnly: false })
  connection.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
  const outside = new Connection(path, { readOnly: true })
  let commits = 0
  const writer = new Writer(connection, { strict: true, onCommit: () => void (commits += 1) })
  return {
    writer,
    commits: () => commits,
    /** Whether another connection sees a row. */
    sees: (text: string) => outside.get('SELECT 1 FROM note WHERE text = ?', text) !== undefined,
    /** The rows that another connection sees. */
    count: () => Number(outside.get('SELECT COUNT(*) AS n FROM note')!.n),
    add: (text: string) =>
      writer.write(async (transaction) => void (await transaction.run('INSERT INTO note (text) VALUES (?)', text))),
    async [Symbol.asyncDispose]() {
      await writer.close()
      outside.close()
      connection.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

it('syncs every commit but those of resumable steps', async () => {
  await using test = await openTestDatabase()
  const level = (options: { bulk?: boolean; resumable?: boolean }) =>
    test.database.write(async (transaction) => (await transaction.get('PRAGMA synchronous'))!.synchronous, options)
  const [NORMAL, FULL] = [1, 2]
  expect(await level({ bulk: true, resumable: true })).toBe(NORMAL)
  expect(await level({})).toBe(FULL)
  expect(await level({ bulk: true })).toBe(FULL)
  // What others wait for is durable, whatever it calls itself.
  expect(await level({ resumable: true })).toBe(FULL)
})
