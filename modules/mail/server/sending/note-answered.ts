import type { CommandContext } from '#kernel/context.ts'
import { messageChanged } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { recordFlags } from '../outbox/record-flags.ts'
import { setFlags } from '../store/change-messages.ts'
import { refreshThreads } from '../store/refresh-threads.ts'

type Context = Pick<CommandContext<MailTables>, 'db' | 'actor' | 'now' | 'emit' | 'enqueue'>

/** A message whose answer was sent is an answered one, here and on its servers (`\\Answered`, RFC 9051, 2.3.2). */
export async function noteAnswered(context: Context, messageId: string): Promise<void> {
  const { db, emit } = context
  const row = await db.selectFrom('mail_message').selectAll().where('id', '=', messageId).executeTakeFirst()
  if (!row || row.answered === 1) return
  const flags = { answered: true }
  await recordFlags(context, [row], flags)
  await setFlags(db, [row.id], flags)
  await refreshThreads(db, row.owner_id, [row.thread_id])
  emit(messageChanged, { id: row.id })
}
