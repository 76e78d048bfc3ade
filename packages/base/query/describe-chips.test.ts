import { expect, it } from 'vitest'
import { describeChips } from './describe-chips.ts'
import { read } from './query-fixture.ts'

it('shows each term with what was typed for it', () => {
  const text = 'from:joel -"power supply" -subject:(dts OR pow*) is:unread,seen NOT older_than:7d sort:-score'
  const chips = describeChips(read(text)).map(({ name, value, negated, position, length }) => [
    name,
    value,
    negated,
    text.slice(position, position + length),
  ])
  expect(chips).toEqual([
    ['from', 'joel', false, 'from:joel'],
    [null, '“power supply”', true, '-"power supply"'],
    ['subject', 'dts', true, 'dts'],
    ['subject', 'pow*', true, 'pow*'],
    ['is', 'unread', false, 'unread'],
    ['is', 'read', false, 'seen'],
    ['date', '<7d', true, 'NOT older_than:7d'],
    ['sort', '-score', false, '-score'],
  ])
})

it('counts negations', () => {
  const chips = describeChips(read('-(a -b NOT -c)'))
  expect(chips.map(({ value, negated }) => [value, negated])).toEqual([
    ['a', true],
    ['b', false],
    ['c', true],
  ])
})
