import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { passDates } from '../recurrence/internal.ts'
import { moveOccurrence } from '../recurrence/move-occurrence.ts'
import { lastPassed } from '../recurrence/pass-dates.ts'
import { recurrenceOf, settingsOf } from '../recurrence/recurrence-of.ts'
import { armPassing } from '../recurrence/arm-passing.ts'
import { findOccurrence, removeAlarm } from '../recurrence/store.ts'
import { setDue } from '../reminders/follow-dates.ts'
import { isOpen } from '../status.ts'

export default command(passDates, async (context, { id }) => {
  const { db, now } = context
  const task = await findChangeable(db, id)
  // It waits where it is: whoever opens or restores it has it looked at again.
  if (!task || !isOpen(task.status)) {
    await setDue(db, id, null)
    return { passed: 0 }
  }
  const settings = settingsOf(task)
  const occurrence = await findOccurrence(db, id)
  if (!settings || !occurrence || settings.from === 'completion' || settings.onMiss === 'keep') {
    await removeAlarm(db, id)
    return { passed: 0 }
  }
  const last = lastPassed(recurrenceOf(settings, occurrence), occurrence.occurs_at, now())
  if (!last) {
    await armPassing(context, task, occurrence)
    return { passed: 0 }
  }
  await moveOccurrence(context, task, occurrence, { occurs_at: last.at, passed: occurrence.passed + last.count })
  return { passed: last.count }
})
