import { describe, expect, it } from 'vitest'

import { joinThreads } from '#modules/mail/server/threading/join-threads.ts'
import { MemoryThreadStore } from '#modules/mail/server/threading/memory-store.ts'

import { agreement } from './agreement.ts'
import { Dovecot, dovecotMissing, parseThreads } from './dovecot.ts'
import { type SampleMessage, sampleMessages, samplesMissing } from './sample-messages.ts'

const missing = samplesMissing() ?? dovecotMissing()
const batchSize = 200

describe.skipIf(missing !== null)(
  `threads beside Dovecot's THREAD=REFS${missing ? ` (not run: ${missing})` : ''}`,
  () => {
    it('join the same pairs of 20,000 messages, in shipped order and three random ones', async () => {
      const messages = await sampleMessages()
      expect(messages).toHaveLength(20_000)

      for (const seed of [0, 1, 2, 3]) {
        const ordered = seed === 0 ? messages : shuffled(messages, seed)
        const { share, both, either } = agreement(await ourThreads(ordered), await dovecotThreads(ordered))
        process.stdout.write(
          `threads, order ${seed}: ${both} of ${either} joined pairs agree, ${(share * 100).toFixed(3)} %\n`,
        )
        expect(share).toBeGreaterThanOrEqual(0.995)
      }
    }, 120_000)
  },
)

describe('the comparison', () => {
  it('counts the pairs that both join among those that either joins', () => {
    expect(agreement(['a', 'a', 'a', 'b'], [1, 1, 2, 2])).toEqual({ both: 1, either: 4, share: 0.25 })
  })

  it("reads Dovecot's answer", () => {
    expect(parseThreads(' (2)(3 6 (4 23)(44 7 96))((1)(5))')).toEqual([[2], [3, 6, 4, 23, 44, 7, 96], [1, 5]])
  })
})

async function ourThreads(messages: SampleMessage[]): Promise<string[]> {
  const store = new MemoryThreadStore()
  const threads: string[] = []
  for (let at = 0; at < messages.length; at += batchSize) {
    threads.push(...(await joinThreads(store, messages.slice(at, at + batchSize))))
  }
  return threads.map((thread) => store.current(thread))
}

async function dovecotThreads(messages: SampleMessage[]): Promise<number[]> {
  await using dovecot = await Dovecot.start(messages.map(({ header }) => header))
  const threads: number[] = []
  for (const [thread, members] of (await dovecot.threads()).entries()) {
    for (const member of members) threads[member - 1] = thread
  }
  expect(threads).toHaveLength(messages.length)
  return threads
}

/** A shuffle that a seed repeats (mulberry32, Fisher-Yates). */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = [...items]
  let state = seed
  for (let at = order.length - 1; at > 0; at--) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (at + 1)
    const swapped = order[at] as Item
    order[at] = order[other] as Item
    order[other] = swapped
  }
  return order
}
