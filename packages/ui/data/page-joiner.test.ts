import { expect, it } from 'vitest'
import { PageJoiner } from './page-joiner.ts'

const page = (...ids: string[]) => ({ items: ids.map((id) => ({ id })), next: null })
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id).join('')

it('joins pages as they come', () => {
  const joiner = new PageJoiner<{ id: string }>()
  const [first, second] = [page('a', 'b'), page('c')]
  expect(idsOf(joiner.join([first]))).toBe('ab')
  expect(idsOf(joiner.join([first, second]))).toBe('abc')
})

it('lists a record once that stands in two pages', () => {
  const joiner = new PageJoiner<{ id: string }>()
  expect(idsOf(joiner.join([page('a', 'b'), page('b', 'c')]))).toBe('abc')
})

it('begins anew when an earlier page changed or went', () => {
  const joiner = new PageJoiner<{ id: string }>()
  const [first, second] = [page('a', 'b'), page('c')]
  joiner.join([first, second])
  expect(idsOf(joiner.join([page('a'), second]))).toBe('ac')
  expect(idsOf(joiner.join([first]))).toBe('ab')
})

it('gives a new list each time rows were added, so that who holds the old one is not surprised', () => {
  const joiner = new PageJoiner<{ id: string }>()
  const first = page('a')
  const before = joiner.join([first])
  joiner.join([first, page('b')])
  expect(idsOf(before)).toBe('a')
})
