import { getPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Logger } from '#kernel/ports.ts'
import type { ExampleTask } from './example-worker.ts'
import { ThreadPool } from './thread-pool.ts'
import { createWorkers } from './thread-workers.ts'

const script = new URL('./example-worker.ts', import.meta.url)
const logged: string[] = []
const note = (_: object, event: string) => void logged.push(event)
const log: Logger = { debug: note, info: note, warn: note, error: note }

let pool: ThreadPool<ExampleTask, unknown>
const open = (size: number, options: { niceness?: number; idleMilliseconds?: number } = {}) =>
  (pool = new ThreadPool<ExampleTask, unknown>(script, { size, niceness: 0, log, ...options }))
afterEach(async () => {
  await pool.close()
  logged.length = 0
})

describe('a pool of threads', () => {
  it('answers tasks', async () => {
    open(1)
    expect(await pool.run({ kind: 'echo', value: { deep: [1, 'two', null] } })).toEqual({ deep: [1, 'two', null] })
  })

  it('runs as many at once as it has threads, the rest in order', async () => {
    open(2)
    const done: number[] = []
    await Promise.all(
      [60, 40, 10, 10].map((milliseconds, index) =>
        pool.run({ kind: 'sleep', milliseconds }).then(() => done.push(index)),
      ),
    )
    const threads = await Promise.all([
      pool.run({ kind: 'sleep', milliseconds: 30 }),
      pool.run({ kind: 'sleep', milliseconds: 30 }),
    ])
    expect(new Set(threads).size).toBe(2)
    expect(done.indexOf(2)).toBeLessThan(done.indexOf(3))
  })

  it('starts no second thread while the first is free', async () => {
    open(4)
    const first = await pool.run({ kind: 'who' })
    expect(await pool.run({ kind: 'who' })).toBe(first)
  })

  it('brings errors back with name, message and code, and goes on', async () => {
    open(1)
    await expect(pool.run({ kind: 'fail' })).rejects.toMatchObject({
      name: 'RangeError',
      message: 'too far',
      code: 'out-of-range',
    })
    expect(await pool.run({ kind: 'echo', value: 1 })).toBe(1)
  })

  it('fails a task whose answer cannot travel, and goes on', async () => {
    open(1)
    await expect(pool.run({ kind: 'unclonable' })).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(await pool.run({ kind: 'echo', value: 1 })).toBe(1)
  })

  it('fails a task that cannot travel, and goes on', async () => {
    open(1)
    await expect(pool.run({ kind: 'echo', value: () => undefined })).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(await pool.run({ kind: 'echo', value: 1 })).toBe(1)
  })

  it.each(['exit', 'throw-later'] as const)('replaces a thread that dies: %s', async (kind) => {
    open(1)
    const dying = pool.run({ kind })
    const next = pool.run({ kind: 'echo', value: 'next' })
    await expect(dying).rejects.toMatchObject({ code: 'worker-died' })
    expect(await next).toBe('next')
    expect(logged).toContain('worker.died')
  })

  it('fails every task when the script cannot start', async () => {
    pool = new ThreadPool(new URL('./no-such-worker.ts', import.meta.url), { size: 1, niceness: 0 })
    const tasks = await Promise.allSettled([pool.run({ kind: 'who' }), pool.run({ kind: 'who' })])
    expect(tasks.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('moves buffers there and back', async () => {
    open(1)
    const buffer = new ArrayBuffer(1024)
    const back = (await pool.run({ kind: 'fill', buffer }, [buffer])) as ArrayBuffer
    expect(buffer.byteLength).toBe(0)
    expect(new Uint8Array(back)[1023]).toBe(7)
  })

  it('ends threads that have nothing to do', async () => {
    open(1, { idleMilliseconds: 20 })
    const first = await pool.run({ kind: 'who' })
    await sleep(150)
    expect(await pool.run({ kind: 'who' })).not.toBe(first)
  })

  it.runIf(process.platform === 'linux')('lets the thread give way, and only the thread', async () => {
    open(1, { niceness: 7 })
    const before = getPriority(0)
    expect(await pool.run({ kind: 'priority' })).toBe(7)
    expect(getPriority(0)).toBe(before)
  })

  it('refuses tasks once closed, and fails those it still has', async () => {
    open(1)
    const running = pool.run({ kind: 'sleep', milliseconds: 5000 })
    const waiting = pool.run({ kind: 'who' })
    const settled = Promise.allSettled([running, waiting])
    await pool.close()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(pool.run({ kind: 'who' })).rejects.toMatchObject({ code: 'worker-closed' })
  })

  it('is what the workers port gives', async () => {
    open(1)
    const other = createWorkers().pool<ExampleTask, unknown>(script, { size: 1, niceness: 0 })
    expect(await other.run({ kind: 'echo', value: 5 })).toBe(5)
    await other.close()
  })
})
