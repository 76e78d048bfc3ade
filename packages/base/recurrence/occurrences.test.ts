import { describe, expect, it } from 'vitest'
import { nextOccurrence, occurrencesAfter, type Recurrence } from './occurrences.ts'
import { parseRule } from './parse-rule.ts'
import { randomRules } from './random-rules.ts'
import { readPrinted } from './read-printed.ts'
import { compareEngines } from './reference.ts'
import { rfcExamples, rfcZone } from './rfc-5545-examples.ts'

const berlin = 'Europe/Berlin'

describe('examples of RFC 5545', () => {
  it('are all there', () => expect(rfcExamples).toHaveLength(39))

  it.each(rfcExamples)('$title', ({ start, excluded, rules, printed }) => {
    const { instants, goesOn } = readPrinted(printed)
    for (const rule of rules) {
      const found = occurrencesAfter({ ...of(rule, rfcZone, start), excluded: excluded ?? [] }, 0, instants.length + 1)
      expect(shown(found.slice(0, instants.length))).toEqual(shown(instants))
      expect(found.length > instants.length).toBe(goesOn)
    }
  })
})

it('counts random rules as the reference engine does', () => {
  for (const random of randomRules(150, 2026)) {
    const { rule, ours, theirs } = compareEngines(random)
    expect([rule, ...shown(ours)]).toEqual([rule, ...shown(theirs)])
  }
})

describe('clocks that change', () => {
  it('keeps the time on the wall', () => {
    const daily = of('FREQ=DAILY', berlin, '2026-03-27T09:00:00')
    expect(shown(occurrencesAfter(daily, Date.UTC(2026, 2, 28), 2))).toEqual([
      '2026-03-28T08:00:00Z',
      '2026-03-29T07:00:00Z',
    ])
  })

  it('brings what falls into a gap at its end, so that no day is missed', () => {
    const daily = of('FREQ=DAILY', berlin, '2026-03-27T02:30:00')
    expect(shown(occurrencesAfter(daily, Date.UTC(2026, 2, 28, 12), 2))).toEqual([
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:30:00Z',
    ])
  })

  it('brings two times of one gap once', () => {
    const often = of('FREQ=DAILY;BYHOUR=2;BYMINUTE=10,40', berlin, '2026-03-27T02:10:00')
    expect(shown(occurrencesAfter(often, Date.UTC(2026, 2, 28, 12), 2))).toEqual([
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:10:00Z',
    ])
  })

  it('brings a time that the clock shows twice once, the first time', () => {
    const daily = of('FREQ=DAILY', berlin, '2026-10-23T02:30:00')
    expect(shown(occurrencesAfter(daily, Date.UTC(2026, 9, 24, 12), 2))).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ])
  })

  it('knows a gap of half an hour', () => {
    const daily = of('FREQ=DAILY', 'Australia/Lord_Howe', '2026-10-02T02:15:00')
    expect(shown(occurrencesAfter(daily, Date.UTC(2026, 9, 2, 12), 3))).toEqual([
      '2026-10-02T15:45:00Z',
      '2026-10-03T15:30:00Z',
      '2026-10-04T15:15:00Z',
    ])
  })

  it('follows time as it passes within a day', () => {
    const hourly = of('FREQ=HOURLY;INTERVAL=3', berlin, '2026-10-25T00:00:00')
    expect(shown(occurrencesAfter(hourly, Date.UTC(2026, 9, 24, 23, 30), 2))).toEqual([
      '2026-10-25T01:00:00Z',
      '2026-10-25T04:00:00Z',
    ])
  })
})

describe('ends and exceptions', () => {
  const start = '2026-11-01T09:00:00'
  it.each([
    ['COUNT', 'FREQ=DAILY;COUNT=3', 3],
    ['a date', 'FREQ=DAILY;UNTIL=20261103', 3],
    ['a time in UTC', 'FREQ=DAILY;UNTIL=20261103T080000Z', 3],
    ['a time just before', 'FREQ=DAILY;UNTIL=20261103T075959Z', 2],
    ['a time on the wall', 'FREQ=DAILY;UNTIL=20261103T090000', 3],
  ])('ends by %s', (_, rule, count) => {
    expect(occurrencesAfter(of(rule, berlin, start), 0, 10)).toHaveLength(count)
  })

  it('counts by COUNT what is left out', () => {
    const rule = { ...of('FREQ=DAILY;COUNT=3', berlin, start), excluded: ['2026-11-02T09:00:00', '2026-11-03'] }
    expect(shown(occurrencesAfter(rule, 0, 10))).toEqual(['2026-11-01T08:00:00Z'])
  })

  it('takes plain weekdays beside counted ones', () => {
    const rule = of('FREQ=MONTHLY;BYDAY=MO,-1FR', 'UTC', '2026-11-01T09:00:00')
    expect(shown(occurrencesAfter(rule, 0, 6)).map((at) => at.slice(0, 10))).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-27',
      '2026-11-30',
    ])
  })
})

it.each([
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=HOURLY;INTERVAL=24;BYHOUR=3',
  `FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)};BYSETPOS=366`,
])('gives up on a rule that never comes: %s', (rule) => {
  expect(nextOccurrence(of(rule, 'UTC', '2026-11-01T09:00:00'), Date.UTC(2026, 10, 1))).toBeNull()
})

it('finds the next second of a rule that is decades old', () => {
  const rule = of('FREQ=SECONDLY', berlin, '1990-01-01T00:00:00')
  expect(nextOccurrence(rule, Date.UTC(2026, 10, 1))).toBe(Date.UTC(2026, 10, 1, 0, 0, 1))
})

function of(text: string, zone: string, start: string): Recurrence {
  const { rule, fault } = parseRule(text)
  if (fault !== null) throw new Error(fault)
  return { rule, zone, start }
}

function shown(instants: readonly number[]): string[] {
  return instants.map((instant) => `${new Date(instant).toISOString().slice(0, 19)}Z`)
}

function upTo(count: number): string {
  return Array.from({ length: count }, (_, value) => value).join(',')
}
