import { fromInstant } from '#base/time.ts'
import { reminderSet, snoozeReminder } from '../../contract.ts'
import { command } from '../database.ts'
import { setAlarm } from '../recurrence/store.ts'
import { findReminder } from '../reminders/find-reminder.ts'
import { toReminder } from '../reminders/to-reminder.ts'

const MINUTE = 60_000

export default command(snoozeReminder, async ({ db, actor, emit, fail, now }, { id, until, minutes }) => {
  const reminder = await findReminder(db, actor, id)
  if (!reminder) return fail('reminder-not-found')
  const rings_at = until === undefined ? now() + minutes * MINUTE : fromInstant(until)
  if (rings_at <= now()) return fail('already-past')

  await db.updateTable('tasks_reminder').set({ rings_at }).where('id', '=', id).execute()
  await setAlarm(db, actor, { kind: 'reminder', subject_id: id, due_at: rings_at })
  emit(reminderSet, { id, taskId: reminder.task_id })
  return toReminder({ ...reminder, rings_at }, reminder.title)
})
