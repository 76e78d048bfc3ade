import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'

/** Mail in these places is no answer. */
const NO_ANSWER = ['drafts', COPY_PLACE, 'sent', 'junk']

/** Whether somebody else wrote in a message's thread after it. */
export async function isAnswered(
  db: ReadDatabase<MailTables> | WriteDatabase<MailTables>,
  message: Pick<MessageRow, 'id' | 'thread_id' | 'date_at' | 'from_address'>,
): Promise<boolean> {
  const answer = await (db as ReadDatabase<MailTables>)
    .selectFrom('mail_message')
    .select('id')
    .where('thread_id', '=', message.thread_id)
    .where('date_at', '>=', message.date_at)
    .where('id', '!=', message.id)
    .where('from_address', '!=', message.from_address)
    .where('place', 'not in', NO_ANSWER)
    .limit(1)
    .executeTakeFirst()
  return answer !== undefined
}
