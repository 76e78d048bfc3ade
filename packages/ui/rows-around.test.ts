import { expect, it } from 'vitest'
import { rowsAround, type Around } from './rows-around.ts'

const rows = (around: Partial<Around>) => {
  const all = rowsAround({ startIndex: 50, endIndex: 59, count: 1000, overscan: 2, moved: 0, focused: -1, ...around })
  return { first: all[0], last: all.at(-1), length: all.length }
}

it('draws what is in view and a little around it', () => {
  expect(rows({})).toEqual({ first: 48, last: 61, length: 14 })
})

it('stays inside the list', () => {
  expect(rows({ startIndex: 0, endIndex: 9, count: 10 })).toEqual({ first: 0, last: 9, length: 10 })
})

it('runs ahead of a quick scroll, in its direction alone', () => {
  expect(rows({ moved: 20 })).toMatchObject({ first: 48, last: 101 })
  expect(rows({ moved: -20 })).toMatchObject({ first: 8, last: 61 })
})

it('draws no more than it can in a frame, however far the list jumped', () => {
  expect(rows({ moved: 5000, count: 10_000 }).length).toBeLessThan(140)
})

it('keeps the row that has the focus', () => {
  expect(rows({ focused: 3 })).toEqual({ first: 3, last: 61, length: 15 })
  expect(rows({ focused: 700 })).toEqual({ first: 48, last: 700, length: 15 })
  expect(rows({ focused: 55 }).length).toBe(14)
  expect(rows({ focused: 1000 }).length).toBe(14)
})
