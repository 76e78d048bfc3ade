import { cancelReminder, reminderChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { remindersOf, toReminder } from '../tidying/to-reminder.ts'

export default command(cancelReminder, async ({ db, actor, emit, fail, now }, { id }) => {
  const row = await remindersOf(db, ownerOf(actor)).where('mail_reminder.id', '=', id).executeTakeFirst()
  if (!row) return fail('reminder-not-found')
  if (row.state !== 'waiting') return fail('already-over')

  const ended = { state: 'cancelled', ended_at: now() }
  await db.updateTable('mail_reminder').set(ended).where('id', '=', id).execute()
  await db.deleteFrom('mail_alarm').where('subject_id', '=', id).execute()
  emit(reminderChanged, { id, state: 'cancelled' })
  return toReminder({ ...row, ...ended })
})
