import { expect, it } from 'vitest'
import { clockTime, dateInWords, hourInWords, minuteOfDay, minutesOf } from './words.ts'

it('reads the wall of a time zone, in the hour that comes twice too', () => {
  expect(minuteOfDay('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe(150)
  expect(minuteOfDay('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe(150)
  expect(minuteOfDay('2026-11-22T23:00:00Z', 'Europe/Berlin')).toBe(0)
  expect(minutesOf('07:30')).toBe(450)
})

it('says times and dates', () => {
  expect(clockTime('2026-11-22T08:05:00Z', 'Europe/Berlin')).toMatch(/0?9:05/)
  expect(dateInWords('2026-11-22')).toMatch(/Sunday/)
  expect([6, 14.5, 23].map(hourInWords)).toEqual(['06:00', '14:30', '23:00'])
})
