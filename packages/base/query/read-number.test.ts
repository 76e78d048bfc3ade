import { expect, it } from 'vitest'
import { readDuration, readNumber, readSize } from './read-number.ts'

it.each([
  ['42', 42],
  ['-1.5', -1.5],
  ['1e3', null],
  ['0x10', null],
  ['9'.repeat(400), null],
])('reads %s as a number', (text, expected) => {
  expect(readNumber(text)).toBe(expected)
})

it.each([
  ['500', 500],
  ['500b', 500],
  ['20k', 20_000],
  ['1.5MB', 1_500_000],
  ['1MiB', 1_048_576],
  ['2g', 2_000_000_000],
  ['-1k', null],
  ['1T', null],
  ['999999999999999G', null],
])('reads %s as a size', (text, expected) => {
  expect(readSize(text)).toBe(expected)
})

it.each([
  ['30m', 1800],
  ['30min', 1800],
  ['1h30m', 5400],
  ['1.5h', 5400],
  ['1w2d', 777_600],
  ['45s', 45],
  ['30', null],
  ['', null],
  ['30m1h', null],
  [`${'9'.repeat(400)}h`, null],
])('reads %s as a duration', (text, expected) => {
  expect(readDuration(text)).toBe(expected)
})
