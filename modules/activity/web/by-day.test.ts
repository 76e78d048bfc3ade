import { expect, it } from 'vitest'
import { byDay } from './by-day.ts'

it('puts entries under their days, newest first, as they come in', () => {
  const now = new Date(2026, 10, 21, 12)
  const at = (day: number, hour: number) => ({ at: new Date(2026, 10, day, hour).toISOString() })
  const days = byDay([at(21, 11), at(21, 0), at(20, 23), at(2, 8)], now)
  expect(days.map(([day, entries]) => [day, entries.length])).toEqual([
    ['today', 2],
    ['yesterday', 1],
    [expect.stringContaining('2'), 1],
  ])
})
