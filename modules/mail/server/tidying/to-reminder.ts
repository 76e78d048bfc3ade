import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { Reminder } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import type { ReminderRow } from './tables.ts'

/** Reminders of a person with the subjects of their messages. */
export function remindersOf(db: ReadDatabase<MailTables> | WriteDatabase<MailTables>, ownerId: string) {
  return (db as ReadDatabase<MailTables>)
    .selectFrom('mail_reminder')
    .innerJoin('mail_message', 'mail_message.id', 'mail_reminder.message_id')
    .selectAll('mail_reminder')
    .select('mail_message.subject')
    .where('mail_reminder.owner_id', '=', ownerId)
}

/** A row of reminders as the API shows it. */
export function toReminder(row: ReminderRow & { subject: string }): Reminder {
  return {
    id: row.id,
    messageId: row.message_id,
    threadId: row.thread_id,
    subject: row.subject,
    dueAt: toInstant(row.due_at),
    note: row.note,
    state: row.state as Reminder['state'],
    createdAt: toInstant(row.created_at),
    endedAt: toInstantOrNull(row.ended_at),
  }
}
