import { removeReminder, reminderSet } from '../../contract.ts'
import { command } from '../database.ts'
import { removeAlarm } from '../recurrence/store.ts'
import { findReminder } from '../reminders/find-reminder.ts'
import { toReminder } from '../reminders/to-reminder.ts'

export default command(removeReminder, async ({ db, actor, emit, fail }, { id }) => {
  const reminder = await findReminder(db, actor, id)
  if (!reminder) return fail('reminder-not-found')

  await db.deleteFrom('tasks_reminder').where('id', '=', id).execute()
  await removeAlarm(db, id)
  emit(reminderSet, { id, taskId: reminder.task_id })
  return toReminder(reminder, reminder.title)
})
