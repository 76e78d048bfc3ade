import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { joinThread, joinThreads } from './join-threads.ts'
import { MemoryThreadStore } from './memory-store.ts'
import { linkedIds, type ThreadedMessage } from './plan-threads.ts'

const message = (messageId: string | null, ...linked: string[]): ThreadedMessage => ({ messageId, linked })

describe('threads', () => {
  it('hold a message and its answers', async () => {
    const store = new MemoryThreadStore()
    const first = await joinThread(store, message('a@x'))
    expect(await joinThread(store, message('b@x', 'a@x'))).toBe(first)
    expect(await joinThread(store, message('c@x', 'a@x', 'b@x'))).toBe(first)
    expect(await joinThread(store, message('d@x'))).not.toBe(first)
  })

  it('join siblings whose parent never came', async () => {
    const store = new MemoryThreadStore()
    const first = await joinThread(store, message('b@x', 'lost@x'))
    expect(await joinThread(store, message('c@x', 'lost@x'))).toBe(first)
  })

  it('merge into the oldest when the missing link arrives', async () => {
    const store = new MemoryThreadStore()
    const first = await joinThread(store, message('a@x'))
    const second = await joinThread(store, message('c@x', 'b@x'))
    expect(second).not.toBe(first)
    expect(await joinThread(store, message('b@x', 'a@x'))).toBe(first)
    expect(store.current(second)).toBe(first)
    expect(await joinThread(store, message('d@x', 'c@x'))).toBe(first)
  })

  it('are one for twins with the same id, and one each for messages without any', async () => {
    const store = new MemoryThreadStore()
    expect(await joinThread(store, message('a@x'))).toBe(await joinThread(store, message('a@x')))
    expect(await joinThread(store, message(null))).not.toBe(await joinThread(store, message(null)))
    expect(await joinThread(store, message(null, 'a@x'))).toBe(await joinThread(store, message('b@x', 'a@x')))
  })

  it('survive ids that refer to each other and to themselves', async () => {
    const store = new MemoryThreadStore()
    const [one, two] = await joinThreads(store, [message('a@x', 'b@x', 'a@x'), message('b@x', 'a@x')])
    expect(one).toBe(two)
  })

  it('take a few statements for a whole batch', async () => {
    const store = new MemoryThreadStore()
    const batch = Array.from({ length: 200 }, (_, n) => message(`${n}@x`, `${n % 20}@x`))
    const threads = await joinThreads(store, batch)
    expect(new Set(threads).size).toBe(20)
    expect(store.statements).toBe(2)
  })

  it('end the same in any order and in batches of any size', async () => {
    const id = fc.integer({ min: 0, max: 25 }).map((n) => `${n}@x`)
    const messages = fc.array(
      fc.record({ messageId: fc.option(id, { freq: 10 }), linked: fc.array(id, { maxLength: 3 }) }),
      { minLength: 1, maxLength: 30 },
    )
    const property = fc.asyncProperty(
      messages,
      fc.integer(),
      fc.integer({ min: 1, max: 9 }),
      async (all, seed, size) => {
        const order = all.map((_, n) => n).toSorted((a, b) => ((a * 31 + seed) % 17) - ((b * 31 + seed) % 17) || a - b)
        const inOrder = await partition(
          all,
          all.map((_, n) => n),
          all.length,
        )
        expect(await partition(all, order, size)).toEqual(inOrder)
        expect(await partition(all, order.toReversed(), 1)).toEqual(inOrder)
      },
    )
    await fc.assert(property, { numRuns: 300 })
  })

  it('go by References, else by the first id of In-Reply-To', () => {
    expect(linkedIds(['a@x', 'b@x'], ['c@x'])).toEqual(['a@x', 'b@x'])
    expect(linkedIds([], ['c@x', 'd@x'])).toEqual(['c@x'])
  })
})

/** For each message, the first message it shares a thread with: the same for equal partitions. */
async function partition(all: ThreadedMessage[], order: number[], size: number): Promise<number[]> {
  const store = new MemoryThreadStore()
  const threads: string[] = []
  for (let at = 0; at < order.length; at += size) {
    const batch = order.slice(at, at + size)
    const joined = await joinThreads(
      store,
      batch.flatMap((n) => all[n] ?? []),
    )
    for (const [i, n] of batch.entries()) threads[n] = joined[i] ?? ''
  }
  const current = threads.map((thread) => store.current(thread))
  return current.map((thread) => current.indexOf(thread))
}
