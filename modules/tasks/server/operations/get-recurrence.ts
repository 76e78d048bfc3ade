import { describeRule } from '#base/recurrence/describe-rule.ts'
import { occurrencesAfter } from '#base/recurrence/occurrences.ts'
import { toInstant } from '#base/time.ts'
import { getRecurrence } from '../../contract.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'
import { nextDate } from '../recurrence/next-date.ts'
import { recurrenceOf, settingsOf } from '../recurrence/recurrence-of.ts'
import { findOccurrence } from '../recurrence/store.ts'

export default query(getRecurrence, async ({ db, fail, now }, { id, count }) => {
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  const settings = settingsOf(task)
  const occurrence = await findOccurrence(db, id)
  if (!settings || !occurrence) return fail('not-recurring')

  const recurrence = recurrenceOf(settings, occurrence)
  const first = nextDate(settings, occurrence, now())
  // From completion only the next date is known, and that by guessing that it is completed now.
  const next =
    first === null ? [] : settings.from === 'completion' ? [first] : occurrencesAfter(recurrence, first - 1, count)
  return {
    ...settings,
    excluded: recurrence.excluded as string[],
    words: describeRule(recurrence.rule),
    next: next.map(toInstant),
    passed: occurrence.passed,
  }
})
