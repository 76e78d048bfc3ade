import { formatRule } from '#base/recurrence/format-rule.ts'
import { nextOccurrence, toInstantOfWall } from '#base/recurrence/occurrences.ts'
import { parseRule } from '#base/recurrence/parse-rule.ts'
import { isTimeZone } from '#base/recurrence/time-zone.ts'
import { setRecurrence } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { isTooOften } from '../recurrence/is-too-often.ts'
import { startOf, startSeries } from '../recurrence/start-series.ts'
import { isStale, staleDetail } from '../revision.ts'
import { isOpen } from '../status.ts'
import { toTask } from '../to-task.ts'

export default command(setRecurrence, async (context, input) => {
  const { db, changed, fail, now } = context
  const { id, rev, zone, from, onMiss, excluded } = input
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (!isOpen(task.status)) return fail('task-closed')
  if (!isTimeZone(zone)) return fail('unknown-zone')
  const { rule, fault } = parseRule(input.rule)
  if (fault !== null) return fail('invalid-rule', { detail: fault })

  const start = startOf(task, zone, now())
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
  await startSeries(context, saved, excluded)
  changed(toTask(task), toTask(saved))
  return toTask(saved)
})
