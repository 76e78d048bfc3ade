import { expect, it } from 'vitest'
import { Neighbours, placesOf } from './neighbours.ts'

it('has every two neighbours of its texts, and none across a gap', () => {
  const words = Array.from({ length: 400 }, (_, n) => `word${n}`)
  const filter = filterOf(words, ['fan', '', 'speed'])
  expect(words.slice(1).every((word, n) => has(filter, words[n]!, word))).toBe(true)
  expect(has(filterOf(['fan', '', 'speed']), 'fan', 'speed')).toBe(false)
})

it('lets few pass that are no neighbours, and tells one order from the other', () => {
  const words = Array.from({ length: 400 }, (_, n) => `word${n}`)
  const filter = filterOf(words)
  const passed = words.slice(1).filter((word, n) => has(filter, word, words[n]!))
  expect(passed.length).toBeLessThan(50)
})

it('has a byte at least and a kilobyte at most', () => {
  expect(filterOf([])).toEqual(new Uint8Array(1))
  const long = filterOf(Array.from({ length: 20_000 }, (_, n) => `word${n}`))
  expect(long.length).toBe(1000)
  expect(has(long, 'word7', 'word8')).toBe(true)
})

function filterOf(...texts: string[][]): Uint8Array {
  const neighbours = new Neighbours()
  for (const text of texts) neighbours.add(text)
  return neighbours.toBytes()
}

/** As PostgreSQL asks for it. */
function has(filter: Uint8Array, word: string, next: string): boolean {
  return placesOf(word, next).every((place) => {
    const at = place % (8 * filter.length)
    return ((filter[Math.floor(at / 8)]! >> (at % 8)) & 1) === 1
  })
}
