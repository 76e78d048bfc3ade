import { expect, it } from 'vitest'
import { laterChoices, toFieldTime } from './later.ts'

const labels = (now: Date) => laterChoices(now).map(({ label }) => label)

it('names times that are still to come', () => {
  expect(labels(new Date(2026, 10, 18, 9))).toContain('This evening')
  expect(labels(new Date(2026, 10, 18, 19))).not.toContain('This evening')
  for (const { at } of laterChoices(new Date(2026, 10, 18, 9))) expect(at > new Date(2026, 10, 18, 9)).toBe(true)
})

it('names Monday once, and as the next one', () => {
  const sunday = new Date(2026, 10, 22, 12)
  expect(labels(sunday)).not.toContain('Monday morning')
  const monday = laterChoices(new Date(2026, 10, 23, 12)).find(({ label }) => label === 'Monday morning')!
  expect(monday.at.getDay()).toBe(1)
  expect(monday.at.getDate()).toBe(30)
})

it('writes a time as its field does', () => {
  expect(toFieldTime(new Date(2026, 0, 2, 3, 4))).toBe('2026-01-02T03:04')
})
