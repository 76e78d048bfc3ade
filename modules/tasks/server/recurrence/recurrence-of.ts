import { parseRule } from '#base/recurrence/parse-rule.ts'
import type { Recurrence } from '#base/recurrence/occurrences.ts'
import type { TaskRecurrence } from '../../contract.ts'
import type { TaskRow } from '../database.ts'
import type { OccurrenceRow } from './tables.ts'

/** How a task repeats as it is kept with the task; null where it does not. */
export function settingsOf(task: Pick<TaskRow, 'recurrence'>): TaskRecurrence | null {
  return task.recurrence === null ? null : (JSON.parse(task.recurrence) as TaskRecurrence)
}

/** What is counted out for a task: its rule from the beginning of its series. */
export function recurrenceOf({ rule: text, zone }: TaskRecurrence, { start, excluded }: OccurrenceRow): Recurrence {
  const { rule, fault } = parseRule(text)
  if (fault !== null) throw new Error(`A rule is kept that cannot be read: ${fault}`)
  return { rule, zone, start, excluded: JSON.parse(excluded) as string[] }
}
