import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatDay } from '#base/query/calendar.ts'
import { dayOfDate } from '../today.ts'
import { consistencyOf } from './consistency.ts'

const today = dayOfDate('2026-11-22')
const ago = (days: number) => formatDay(today - days)
const done = (...days: number[]) => days.map((each) => ({ on_day: ago(each), state: 'done' as const }))

it('counts the days that were kept, and today only once it is', () => {
  expect(consistencyOf(7, done(1, 3), [], ago(10), today)).toEqual({ n: 2, of: 6 })
  expect(consistencyOf(7, done(0, 1, 3), [], ago(10), today)).toEqual({ n: 3, of: 7 })
})

it('begins with the first day, and is nothing before it', () => {
  expect(consistencyOf(28, done(2), [], ago(2), today)).toEqual({ n: 1, of: 2 })
  expect(consistencyOf(28, [], [], null, today)).toEqual({ n: 0, of: 0 })
})

it('loses at most a day by a day of absence', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 40 })), fc.nat({ max: 30 }), (kept, away) => {
      const mornings = done(...kept)
      const first = ago(Math.max(0, ...kept))
      const before = consistencyOf(7, mornings, [], first, today)
      const after = consistencyOf(7, mornings, [], first, today + away)
      expect(before.n - after.n).toBeLessThanOrEqual(away)
    }),
  )
})
