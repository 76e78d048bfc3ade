import { uuidv7 } from '#base/ids.ts'
import { fromInstant } from '#base/time.ts'
import { remindUnanswered, reminderChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { findMessage } from '../store/find-message.ts'
import { setAlarm } from '../tidying/alarms.ts'
import { isAnswered } from '../tidying/is-answered.ts'
import { toReminder } from '../tidying/to-reminder.ts'

export default command(remindUnanswered, async ({ db, actor, emit, fail, now }, { id, at, note }) => {
  const message = await findMessage(db, actor, id)
  if (!message) return fail('message-not-found')
  const dueAt = fromInstant(at)
  if (dueAt <= now()) return fail('already-past')
  if (await isAnswered(db, message)) return fail('already-answered')

  const replaced = await db
    .updateTable('mail_reminder')
    .set({ state: 'cancelled', ended_at: now() })
    .where('message_id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute()
  for (const { id: old } of replaced) {
    await db.deleteFrom('mail_alarm').where('subject_id', '=', old).execute()
    emit(reminderChanged, { id: old, state: 'cancelled' })
  }
  const row = {
    id: uuidv7(),
    owner_id: ownerOf(actor),
    message_id: id,
    thread_id: message.thread_id,
    due_at: dueAt,
    note,
    state: 'waiting',
    created_at: now(),
    ended_at: null,
  }
  await db.insertInto('mail_reminder').values(row).execute()
  await setAlarm(db, actor, { kind: 'reminder', subjectId: row.id, dueAt })
  emit(reminderChanged, { id: row.id, state: 'waiting' })
  return toReminder({ ...row, subject: message.subject })
})
