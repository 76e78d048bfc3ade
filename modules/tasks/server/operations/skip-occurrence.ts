import { toWall } from '#base/recurrence/occurrences.ts'
import { skipOccurrence } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { moveOccurrence } from '../recurrence/move-occurrence.ts'
import { nextDate } from '../recurrence/next-date.ts'
import { settingsOf } from '../recurrence/recurrence-of.ts'
import { findOccurrence } from '../recurrence/store.ts'
import { isStale, staleDetail } from '../revision.ts'
import { isOpen } from '../status.ts'
import { toTask } from '../to-task.ts'

/** Left-out dates that are kept: older ones have passed long ago. */
const MOST_EXCLUDED = 200

export default command(skipOccurrence, async (context, { id, rev }) => {
  const { db, changed, fail, now } = context
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (!isOpen(task.status)) return fail('task-closed')
  const settings = settingsOf(task)
  const occurrence = await findOccurrence(db, id)
  if (!settings || !occurrence) return fail('not-recurring')
  const at = nextDate(settings, occurrence, now())
  if (at === null) return fail('no-next-date')

  const left = [...(JSON.parse(occurrence.excluded) as string[]), toWall(occurrence.occurs_at, settings.zone)]
  const excluded = JSON.stringify(left.slice(-MOST_EXCLUDED))
  const saved = await moveOccurrence(context, task, occurrence, { occurs_at: at, excluded })
  changed(toTask(task), toTask(saved))
  return toTask(saved)
})
