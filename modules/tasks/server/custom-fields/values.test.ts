import { expect, it } from 'vitest'
import { toColumns, toValue } from './values.ts'

const there = (kind: 'text' | 'number' | 'date' | 'choice' | 'flag', value: string | number | boolean) => {
  const columns = toColumns({ kind, choices: '["Red","Blue"]' }, value)
  return columns && toValue(kind, columns)
}

it('keeps what a field takes, as it was given', () => {
  expect(there('text', ' The hall ')).toBe('The hall')
  for (const number of [0, -3.5, 0.0001, 123_456.7891, 900_000_000_000]) expect(there('number', number)).toBe(number)
  expect(there('number', '3.5')).toBe(3.5)
  expect(there('date', '2028-02-29')).toBe('2028-02-29')
  expect(there('choice', 'Red')).toBe('Red')
  expect([there('flag', true), there('flag', 'false')]).toEqual([true, false])
})

it('refuses what it does not take', () => {
  for (const number of [0.00001, Number.NaN, Infinity, 1e13, 'many', '']) expect(there('number', number)).toBeNull()
  for (const day of ['2027-02-29', '1.2.2027', '2027-13-01', 7]) expect(there('date', day)).toBeNull()
  expect(there('choice', 'Green')).toBeNull()
  expect(there('flag', 'perhaps')).toBeNull()
  for (const text of ['', '   ', 'x'.repeat(1001), 4, true]) expect(there('text', text)).toBeNull()
})
