import { expect, it } from 'vitest'
import { formatRule } from './format-rule.ts'
import { parseRule } from './parse-rule.ts'

it.each([
  ['FREQ=DAILY', 'FREQ=DAILY'],
  ['rrule:freq=weekly;byday=mo,we;interval=1', 'FREQ=WEEKLY;BYDAY=MO,WE'],
  [' FREQ=MONTHLY;BYDAY=+1FR,-1MO;WKST=SU ', 'FREQ=MONTHLY;BYDAY=1FR,-1MO;WKST=SU'],
  ['FREQ=DAILY;BYHOUR=17,9,9;COUNT=5', 'FREQ=DAILY;COUNT=5;BYHOUR=9,17'],
  ['FREQ=YEARLY;BYYEARDAY=-1;UNTIL=20301231', 'FREQ=YEARLY;UNTIL=20301231;BYYEARDAY=-1'],
])('reads %s', (text, written) => {
  const { rule } = parseRule(text)
  expect(rule && formatRule(rule)).toBe(written)
})

it.each([
  ['', '"" is not a part'],
  ['every tuesday', '"EVERY TUESDAY" is not a part'],
  ['INTERVAL=2', 'says how often'],
  ['FREQ=FORTNIGHTLY', 'FREQ cannot be FORTNIGHTLY'],
  ['FREQ=DAILY;FREQ=WEEKLY', 'FREQ stands twice'],
  ['FREQ=DAILY;BYMOON=FULL', 'BYMOON is not a part'],
  ['FREQ=DAILY;INTERVAL=0', 'INTERVAL is a number from 1 to 1000, not 0'],
  ['FREQ=DAILY;INTERVAL=1.5', 'INTERVAL is a number'],
  ['FREQ=DAILY;COUNT=1001', 'COUNT is a number from 1 to 1000'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20301231', 'not by both'],
  ['FREQ=DAILY;UNTIL=20300231', 'UNTIL is a date'],
  ['FREQ=DAILY;UNTIL=20301231T250000Z', 'UNTIL is a date'],
  ['FREQ=WEEKLY;WKST=XX', 'WKST cannot be XX'],
  ['FREQ=WEEKLY;BYDAY=FUNDAY', 'BYDAY has FUNDAY'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'Numbers in BYDAY'],
  ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY has 0MO'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY has 32; it takes 1 to 31, or -31 to -1'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY has 0'],
  ['FREQ=DAILY;BYHOUR=24', 'BYHOUR has 24; it takes 0 to 23'],
  ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY does not go with FREQ=WEEKLY'],
  ['FREQ=MONTHLY;BYWEEKNO=1', 'BYWEEKNO goes with FREQ=YEARLY alone'],
  ['FREQ=DAILY;BYYEARDAY=1', 'BYYEARDAY does not go with FREQ=DAILY'],
  ['FREQ=YEARLY;BYYEARDAY=1;BYDAY=MO', 'BYYEARDAY says the days by itself'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS chooses among'],
  [`FREQ=DAILY;BYHOUR=${'1,'.repeat(400)}1`, 'at most 500 letters'],
])('says what is wrong with "%s"', (text, fault) => {
  expect(parseRule(text).fault).toContain(fault)
})
