import type { CommandContext } from '#kernel/context.ts'
import { reminderChanged } from '../../contract.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { isAnswered } from './is-answered.ts'

/** Ends the reminders of messages that new mail answers. */
export async function endAnswered(
  { db, emit, now }: Pick<CommandContext<MailTables>, 'db' | 'emit' | 'now'>,
  rows: MessageRow[],
): Promise<void> {
  const threads = [...new Set(rows.map(({ thread_id }) => thread_id))]
  if (threads.length === 0) return
  const waiting = await db
    .selectFrom('mail_reminder')
    .innerJoin('mail_message', 'mail_message.id', 'mail_reminder.message_id')
    .selectAll('mail_message')
    .select('mail_reminder.id as reminder_id')
    .where('mail_reminder.state', '=', 'waiting')
    .where('mail_message.thread_id', 'in', threads)
    .execute()
  for (const { reminder_id, ...message } of waiting) {
    if (!(await isAnswered(db, message))) continue
    await db
      .updateTable('mail_reminder')
      .set({ state: 'answered', ended_at: now() })
      .where('id', '=', reminder_id)
      .execute()
    await db.deleteFrom('mail_alarm').where('subject_id', '=', reminder_id).execute()
    emit(reminderChanged, { id: reminder_id, state: 'answered' })
  }
}
