import { uuidv7 } from '#base/ids.ts'
import { formatRule } from '#base/recurrence/format-rule.ts'
import { nextOccurrence, toInstantOfWall, toWall } from '#base/recurrence/occurrences.ts'
import { parseRule } from '#base/recurrence/parse-rule.ts'
import { isTimeZone } from '#base/recurrence/time-zone.ts'
import { setRecurrence } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command, type TaskRow } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { armPassing } from '../recurrence/arm-passing.ts'
import { anchorOf } from '../recurrence/dates-at.ts'
import { isTooOften } from '../recurrence/is-too-often.ts'
import { findOccurrence } from '../recurrence/store.ts'
import type { Anchor } from '../recurrence/tables.ts'
import { isStale, staleDetail } from '../revision.ts'
import { isOpen } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(setRecurrence, async (context, input) => {
  const { db, actor, changed, fail, now } = context
  const { id, rev, zone, from, onMiss, excluded } = input
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (!isOpen(task.status)) return fail('task-closed')
  if (!isTimeZone(zone)) return fail('unknown-zone')
  const { rule, fault } = parseRule(input.rule)
  if (fault !== null) return fail('invalid-rule', { detail: fault })

  const anchor = anchorOf(task)
  const start = startOf(task, anchor, zone, now())
  const recurrence = { rule, zone, start, excluded }
  // A task without a date takes the rule's first one from today on.
  const dated = task.due_at ?? task.deadline_on ?? task.start_on
  const at = dated === null ? nextOccurrence(recurrence, now()) : toInstantOfWall(start, zone)
  if (at === null || (from === 'due' && rule.count !== 1 && nextOccurrence(recurrence, at - 1) === null)) {
    return fail('never-comes')
  }
  if (isTooOften(recurrence, at)) return fail('too-often')

  const settings = JSON.stringify({ rule: formatRule(rule), zone, from, onMiss })
  const saved = await changeTask(context, task, { recurrence: settings, ...(dated === null && { due_at: at }) })
  const known = await findOccurrence(db, id)
  const occurrence = {
    task_id: id,
    series_id: known?.series_id ?? uuidv7(),
    occurs_at: at,
    start,
    anchor,
    excluded: JSON.stringify(excluded),
    made: 1,
    passed: 0,
    made_from: known?.made_from ?? null,
  }
  await db.deleteFrom('tasks_occurrence').where('task_id', '=', id).execute()
  await db.insertInto('tasks_occurrence').values(occurrence).execute()
  await armPassing(context, saved, occurrence)
  changed(toTask(task), toTask(saved))
  return toTask(saved)
})

/** Where a rule begins on the wall: the task's own date; today at nine for a task without one. */
function startOf({ due_at, deadline_on, start_on }: TaskRow, anchor: Anchor, zone: string, now: number): string {
  if (due_at !== null) return toWall(due_at, zone)
  const date = anchor === 'deadline' ? deadline_on : start_on
  return date === null ? `${toWall(now, zone).slice(0, 10)}T09:00:00` : `${date}T00:00:00`
}
