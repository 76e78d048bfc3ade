import type { CommandContext } from '#kernel/context.ts'
import { reminderChanged, threadChanged } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { isAnswered } from './is-answered.ts'

/** A reminder is due: where nobody answered, the thread stands on top of the inbox with the note. */
export async function ringReminder(
  { db, actor, emit, now }: Pick<CommandContext<MailTables>, 'db' | 'actor' | 'emit' | 'now'>,
  id: string,
): Promise<void> {
  const reminder = await db.selectFrom('mail_reminder').selectAll().where('id', '=', id).executeTakeFirst()
  if (reminder?.state !== 'waiting') return
  // The message, and not the reminder, knows its thread: threads may have become one since.
  const message = await db
    .selectFrom('mail_message')
    .selectAll()
    .where('id', '=', reminder.message_id)
    .executeTakeFirst()
  const state = !message ? 'cancelled' : (await isAnswered(db, message)) ? 'answered' : 'due'
  await db.updateTable('mail_reminder').set({ state, ended_at: now() }).where('id', '=', id).execute()
  emit(reminderChanged, { id, state })
  if (!message || state !== 'due') return

  const threadId = message.thread_id
  await db.deleteFrom('mail_attention').where('thread_id', '=', threadId).execute()
  await db.deleteFrom('mail_alarm').where('subject_id', '=', threadId).execute()
  await db
    .insertInto('mail_attention')
    .values({
      owner_id: ownerOf(actor),
      thread_id: threadId,
      snoozed_until: null,
      newest_at: null,
      raised_at: now(),
      reason: 'reminder',
      note: reminder.note,
    })
    .execute()
  await refreshThreads(db, ownerOf(actor), [threadId])
  emit(threadChanged, { id: threadId, reason: 'reminder' })
}
