import { expect, it } from 'vitest'
import { numberPlaceholders } from './placeholders.ts'

it.each([
  ['SELECT ?, ?', 'SELECT $1, $2'],
  ["SELECT '?', ?", "SELECT '?', $1"],
  ["SELECT 'it''s ?' || ?", "SELECT 'it''s ?' || $1"],
  ['SELECT "a?b" = ?', 'SELECT "a?b" = $1'],
  ['SELECT 1', 'SELECT 1'],
])('numbers %j', (sql, numbered) => {
  expect(numberPlaceholders(sql)).toBe(numbered)
  expect(numberPlaceholders(sql)).toBe(numbered)
})
