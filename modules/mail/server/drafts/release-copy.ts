import type { CommandContext } from '#kernel/context.ts'
import type { MailTables } from '../database.ts'
import { deleteFilesJob } from '../internal.ts'
import { recordExpunge } from '../outbox/record-expunge.ts'
import { eraseMessages } from '../store/erase-messages.ts'

export type Releasing = Pick<
  CommandContext<MailTables>,
  'db' | 'actor' | 'now' | 'enqueue' | 'releaseBlob' | 'unlinkAll'
>

/**
 * Erases a copy here and on its server. One that is on its way there stays until that is over: nobody knows yet whether
 * it lies there. It is found as left over then.
 */
export async function releaseCopy(context: Releasing, id: string): Promise<void> {
  const { db, enqueue } = context
  const copy = await db
    .selectFrom('mail_message')
    .select(['id', 'thread_id', 'owner_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!copy || (await mayHaveLanded(db, id)) || !(await recordExpunge(context, [id]))) return
  // Nobody was told of the copy, so nobody is told that it is gone.
  const files = await eraseMessages({ ...context, emit: () => undefined }, copy.owner_id, [copy])
  if (files.length > 0) await enqueue(deleteFilesJob, { files })
}

async function mayHaveLanded(db: Releasing['db'], messageId: string): Promise<boolean> {
  const trying = await db
    .selectFrom('mail_outbox')
    .select('id')
    .where('message_id', '=', messageId)
    .where('kind', '=', 'append')
    .where('state', 'in', ['waiting', 'sending'])
    .where('attempts', '>', 0)
    .executeTakeFirst()
  return trying !== undefined
}
