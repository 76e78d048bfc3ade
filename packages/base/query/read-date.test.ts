import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query.ts'
import { outline, read, sampleOptions } from './query-fixture.ts'
import type { DateValue } from './types.ts'

// It is Friday, 17 July 2026, 12:30 in Berlin (UTC+2).
describe('dates in Berlin', () => {
  it.each([
    ['date:2026-07-01', 'date [2026-06-30T22:00Z..2026-07-01T22:00Z)'],
    ['date:2026/7/1', 'date [2026-06-30T22:00Z..2026-07-01T22:00Z)'],
    ['date:2019-01..2019-03', 'date [2018-12-31T23:00Z..2019-03-31T22:00Z)'],
    ['date:2024', 'date [2023-12-31T23:00Z..2024-12-31T23:00Z)'],
    ['date:2026-07..', 'date [2026-06-30T22:00Z..)'],
    ['date:..2026-07', 'date (..2026-07-31T22:00Z)'],
    ['before:2026-07', 'date (..2026-06-30T22:00Z)'],
    ['after:2026-07', 'date [2026-06-30T22:00Z..)'],
    ['date:>2026-07', 'date [2026-07-31T22:00Z..)'],
    ['date:<=2026-07', 'date (..2026-07-31T22:00Z)'],
    ['due:>=2026-01-01', 'due [2025-12-31T23:00Z..)'],
    ['due:<7d', 'due (..2026-07-23T22:00Z)'],
    ['date:7d', 'date [2026-07-09T22:00Z..2026-07-10T22:00Z)'],
    ['due:-7d', 'due [2026-07-09T22:00Z..2026-07-10T22:00Z)'],
    ['older_than:7d', 'date (..2026-07-09T22:00Z)'],
    ['newer_than:2w', 'date [2026-07-02T22:00Z..)'],
    ['newer_than:1m', 'date [2026-06-16T22:00Z..)'],
    ['older_than:1y', 'date (..2025-07-16T22:00Z)'],
    ['newer_than:12h', 'date [2026-07-16T22:30Z..)'],
    ['newer_than:30min', 'date [2026-07-17T10:00Z..)'],
    ['date:today', 'date [2026-07-16T22:00Z..2026-07-17T22:00Z)'],
    ['date:yesterday..today', 'date [2026-07-15T22:00Z..2026-07-17T22:00Z)'],
    ['due:tomorrow', 'due [2026-07-17T22:00Z..2026-07-18T22:00Z)'],
    ['due:<now', 'due (..2026-07-17T10:30Z)'],
    ['date:last-week', 'date [2026-07-05T22:00Z..2026-07-12T22:00Z)'],
    ['date:"Last Week"', 'date [2026-07-05T22:00Z..2026-07-12T22:00Z)'],
    ['due:next-month', 'due [2026-07-31T22:00Z..2026-08-31T22:00Z)'],
    ['date:last-quarter', 'date [2026-03-31T22:00Z..2026-06-30T22:00Z)'],
    ['date:this-year', 'date [2025-12-31T23:00Z..2026-12-31T23:00Z)'],
    ['date:monday', 'date [2026-07-12T22:00Z..2026-07-13T22:00Z)'],
    ['due:mon', 'due [2026-07-19T22:00Z..2026-07-20T22:00Z)'],
    [
      'due:fri date:fri',
      'and(due [2026-07-16T22:00Z..2026-07-17T22:00Z), date [2026-07-16T22:00Z..2026-07-17T22:00Z))',
    ],
    ['date:2026-07-01T10:00', 'date [2026-07-01T08:00Z..2026-07-01T08:01Z)'],
    ['date:>=2026-07-01T10:00:00-05:00', 'date [2026-07-01T15:00Z..)'],
    [
      'due:today,tomorrow',
      'or(due [2026-07-16T22:00Z..2026-07-17T22:00Z), due [2026-07-17T22:00Z..2026-07-18T22:00Z))',
    ],
    // The night the clock goes forward, and the one it goes back
    ['date:2026-03-29', 'date [2026-03-28T23:00Z..2026-03-29T22:00Z)'],
    ['date:2026-10-25', 'date [2026-10-24T22:00Z..2026-10-25T23:00Z)'],
    ['date:2026-03-29T02:30', 'date [2026-03-29T01:00Z..2026-03-29T01:01Z)'],
  ])('%s', (text, expected) => {
    expect(outline(read(text).where)).toBe(expected)
  })
})

describe('dates elsewhere', () => {
  it.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
    ['Asia/Kathmandu', '2026-07-01', '2026-06-30T18:15:00.000Z', '2026-07-01T18:15:00.000Z'],
    ['America/St_Johns', '2026-03-08', '2026-03-08T03:30:00.000Z', '2026-03-09T02:30:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', '2011-12-31T10:00:00.000Z'],
    ['UTC', '1970-01-01', '1970-01-01T00:00:00.000Z', '1970-01-02T00:00:00.000Z'],
  ])('%s %s', (timeZone, day, start, end) => {
    const { low, high } = dateOf(`date:${day}`, timeZone)
    expect([low, high].map((bound) => new Date(bound!.value).toISOString())).toEqual([start, end])
  })

  it('gives calendar days too, for columns that have no time', () => {
    expect(dateOf('date:2026-07', 'Asia/Tokyo')).toMatchObject({
      low: { day: '2026-07-01' },
      high: { day: '2026-08-01', inclusive: false },
    })
    expect(dateOf('due:<=12h', 'Europe/Berlin')).toMatchObject({ low: null, high: { day: '2026-07-19' } })
  })

  it('stays in the last day of a shorter month', () => {
    const lastOfMay = Date.UTC(2026, 4, 31, 12)
    const result = parseQuery('date:3m', { ...sampleOptions, now: lastOfMay, timeZone: 'UTC' })
    expect(result).toMatchObject({ ok: true, query: { where: { value: { low: { day: '2026-02-28' } } } } })
  })
})

function dateOf(text: string, timeZone: string): DateValue {
  const result = parseQuery(text, { ...sampleOptions, timeZone })
  if (!result.ok || result.query.where?.kind !== 'field' || result.query.where.value.kind !== 'date')
    throw new Error(text)
  return result.query.where.value
}
