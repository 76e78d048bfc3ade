import { nextOccurrence, toInstantOfWall, toWall, type Recurrence } from '#base/recurrence/occurrences.ts'
import type { Rule } from '#base/recurrence/rule.ts'
import type { TaskRecurrence } from '../../contract.ts'
import { recurrenceOf } from './recurrence-of.ts'
import type { OccurrenceRow } from './tables.ts'

/**
 * The date that follows the one a task stands for, as an instant; null where its series ends. What passed meanwhile is
 * passed over, unless it is to be kept. From completion, the rule begins anew now, at the series' time of day.
 */
export function nextDate(settings: TaskRecurrence, occurrence: OccurrenceRow, now: number): number | null {
  const recurrence = recurrenceOf(settings, occurrence)
  if (settings.from === 'completion') return nextFromNow(recurrence, occurrence.made, now)
  const after = settings.onMiss === 'keep' ? occurrence.occurs_at : Math.max(occurrence.occurs_at, now)
  return nextOccurrence(recurrence, after)
}

function nextFromNow(recurrence: Recurrence, made: number, now: number): number | null {
  const { rule, zone, start } = recurrence
  if (rule.count !== null && made >= rule.count) return null
  const today = `${toWall(now, zone).slice(0, 10)}${start.slice(10)}`
  const anew = { ...recurrence, rule: forLateDays({ ...rule, count: null }, Number(today.slice(8, 10))), start: today }
  return nextOccurrence(anew, toInstantOfWall(today, zone))
}

/** A month after the 31st of January is the last of February: a month is missed by nobody who was a day late. */
function forLateDays(rule: Rule, day: number): Rule {
  const { frequency, monthDays, days, positions } = rule
  if (frequency !== 'MONTHLY' || day <= 28 || [monthDays, days, positions].some((list) => list.length > 0)) return rule
  return { ...rule, monthDays: [28, 29, 30, 31].filter((each) => each <= day), positions: [-1] }
}
