import { formatDay, type Day } from '#base/query/calendar.ts'
import { nextOccurrence, toInstantOfWall } from '#base/recurrence/occurrences.ts'
import { parseRule } from '#base/recurrence/parse-rule.ts'
import type { TaskRecurrence } from '../../contract.ts'
import type { TaskRow } from '../database.ts'
import { startOf } from '../recurrence/start-series.ts'

type Dates = Pick<TaskRow, 'start_on' | 'due_at' | 'deadline_on'>
type Repeat = { recurrence: string | null; due_at?: number }

/**
 * How a task of a template repeats, and the date it gets by that where it has none. A rule that never comes after the
 * task's date, since it has an end, is left out.
 */
export function repeatFrom(recurrence: TaskRecurrence | null, dates: Dates, startDay: Day): Repeat {
  if (recurrence === null) return { recurrence: null }
  const { rule, fault } = parseRule(recurrence.rule)
  if (fault !== null) throw new Error(`A rule is kept that cannot be read: ${fault}`)
  const { zone } = recurrence
  const undated = dates.due_at === null && dates.deadline_on === null && dates.start_on === null
  const start = undated ? `${formatDay(startDay)}T09:00:00` : startOf(dates, zone, 0)
  const at = toInstantOfWall(start, zone)
  const first = nextOccurrence({ rule, zone, start, excluded: [] }, at - 1)
  if (first === null) return { recurrence: null }
  return { recurrence: JSON.stringify(recurrence), ...(undated && { due_at: first }) }
}
