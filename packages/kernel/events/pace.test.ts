import { expect, test } from 'vitest'
import { Pace } from './pace.ts'

test('A batch is a batch until it is known what an event takes', () => {
  expect(new Pace(40, 500).next(false)).toBe(40)
})

test('Slow events come a few at a time while somebody is at work, and one at least', () => {
  const pace = new Pace(40, 500)
  pace.took(40, 20)
  expect(pace.next(false)).toBe(8)
  pace.took(1, 1000)
  expect(pace.next(false)).toBe(1)
})

test('Quick events make no batch larger than it was asked for', () => {
  const pace = new Pace(40, 500)
  pace.took(40, 0.4)
  expect(pace.next(false)).toBe(40)
})

test('While nobody waits batches are larger, as far as is read ahead', () => {
  const pace = new Pace(200, 500)
  pace.took(200, 100)
  expect(pace.next(true)).toBe(500)
})

test('Batches of nothing tell nothing', () => {
  const pace = new Pace(40, 500)
  pace.took(0, 100)
  expect(pace.next(false)).toBe(40)
})
