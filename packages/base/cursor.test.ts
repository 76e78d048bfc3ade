import { expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'

it.each([
  [['newest', '01a2026e-5278-7001-a79e-bd1c603d44df']],
  [['due', 9_007_199_254_740_991, 'x']],
  [['name', 'Überblick', '日本', '🙂']],
  [['quotes " \\ and \u0000', '\u0080']],
])('gives back what it stands for: %j', (key) => {
  const cursor = encodeCursor(key)
  expect(cursor).toMatch(/^[\w-]+$/)
  expect(
    decodeCursor(
      cursor,
      key.map((part) => typeof part as 'string' | 'number'),
    ),
  ).toEqual(key)
})

it('is no cursor of a list with other parts, nor anything a stranger typed', () => {
  expect(decodeCursor(encodeCursor(['newest', 1]), ['string', 'string'])).toBe(null)
  expect(decodeCursor(encodeCursor(['newest']), ['string', 'string'])).toBe(null)
  for (const text of ['', '!', 'bm8', '%00', 'é']) expect(decodeCursor(text, ['string'])).toBe(null)
})
