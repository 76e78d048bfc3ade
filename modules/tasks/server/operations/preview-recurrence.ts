import { describeRule } from '#base/recurrence/describe-rule.ts'
import { formatRule } from '#base/recurrence/format-rule.ts'
import { occurrencesAfter, toWall } from '#base/recurrence/occurrences.ts'
import { parseRule } from '#base/recurrence/parse-rule.ts'
import { isTimeZone } from '#base/recurrence/time-zone.ts'
import { fromInstant, toInstant } from '#base/time.ts'
import { previewRecurrence } from '../../contract.ts'
import { query } from '../database.ts'

export default query(previewRecurrence, async ({ fail, now }, { rule: text, zone, start, excluded, count }) => {
  if (!isTimeZone(zone)) return fail('unknown-zone')
  const { rule, fault } = parseRule(text)
  if (fault !== null) return fail('invalid-rule', { detail: fault })

  const from = start === undefined ? now() : fromInstant(start)
  const dates = occurrencesAfter({ rule, zone, start: toWall(from, zone), excluded }, from - 1, count + 1)
  return {
    rule: formatRule(rule),
    words: describeRule(rule),
    next: dates.slice(0, count).map(toInstant),
    ends: dates.length <= count,
  }
})
