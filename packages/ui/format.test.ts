import { describe, expect, it } from 'vitest'
import { countOf, dayInWords, fileSize } from './format.ts'

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1_250_000, '1.3 MB'],
    [3_000_000_000, '3 GB'],
  ])('says %d bytes as %s', (bytes, text) => expect(fileSize(bytes)).toBe(text))
})

describe('days', () => {
  const now = new Date(2026, 10, 21, 23, 30)
  it.each([
    [new Date(2026, 10, 21, 0, 5), 'today'],
    [new Date(2026, 10, 22, 0, 5), 'tomorrow'],
    [new Date(2026, 10, 20, 23, 59), 'yesterday'],
  ])('says %s as %s', (date, text) => expect(dayInWords(date.toISOString(), now)).toBe(text))
})

it('counts one and many', () => {
  expect(countOf(1, 'message')).toBe('1 message')
  expect(countOf(0, 'message')).toBe('0 messages')
})
