import type { CommandContext } from '#kernel/context.ts'
import { threadChanged } from '../../contract.ts'
import { command, type MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { endAttention } from '../tidying/attention.ts'
import { changeMail } from '../tidying/change-mail.ts'
import { ringAlarm } from '../tidying/internal.ts'
import { ringReminder } from '../tidying/ring-reminder.ts'

export default command(ringAlarm, async (context, { id }) => {
  const { db, actor, now } = context
  const alarm = await db
    .selectFrom('mail_alarm')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .where('due_at', '<=', now())
    .executeTakeFirst()
  if (!alarm) return { rang: false }
  await db.deleteFrom('mail_alarm').where('id', '=', id).execute()
  if (alarm.kind === 'snooze') await endSnooze(context, alarm.subject_id)
  else await ringReminder(context, alarm.subject_id)
  return { rang: true }
})

/** The thread comes back on top, its newest message marked as unread. */
async function endSnooze(
  context: Pick<CommandContext<MailTables>, 'db' | 'actor' | 'emit' | 'now' | 'enqueue'>,
  threadId: string,
): Promise<void> {
  const { db, actor, emit, now } = context
  const newest = await db
    .selectFrom('mail_message')
    .selectAll()
    .where('thread_id', '=', threadId)
    .where('place', '=', 'inbox')
    .orderBy('date_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest) {
    await db
      .updateTable('mail_attention')
      .set({ snoozed_until: null, newest_at: null, raised_at: now(), reason: 'snooze' })
      .where('thread_id', '=', threadId)
      .execute()
    await changeMail(context, [{ row: newest, change: { seen: false } }])
    emit(threadChanged, { id: threadId, reason: 'returned' })
  } else {
    // It was archived or deleted meanwhile, which says more than the snooze.
    await endAttention(db, threadId)
  }
  await refreshThreads(db, ownerOf(actor), [threadId])
}
