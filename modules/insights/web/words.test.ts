import { expect, it } from 'vitest'
import { minutesInWords, rangeInWords, valueInWords } from './words.ts'

it.each([
  [5, '5 min'],
  [59, '59 min'],
  [60, '1 h'],
  [125, '2 h 05'],
])('says %d minutes', (minutes, words) => {
  expect(minutesInWords(minutes)).toBe(words)
})

it('says ranges, and that a figure has too few tasks', () => {
  expect(rangeInWords({ from: 20, to: 45 })).toBe('20 to 45 min')
  expect(rangeInWords({ from: 45, to: 150 })).toBe('45 min to 2 h 30')
  expect(rangeInWords({ from: 10, to: 10 })).toBe('10 min')
  const figure = { name: 'ratio', label: '', definition: '', n: 3 } as const
  expect(valueInWords({ ...figure, value: null, unit: 'times' })).toBe('–')
  expect(valueInWords({ ...figure, value: 1.256, unit: 'times' })).toBe('1.26 ×')
})
