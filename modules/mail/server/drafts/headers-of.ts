import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import type { MailHeader } from '../mime/types.ts'
import { findMessage } from '../store/find-message.ts'
import { storedHeaders } from '../store/stored-headers.ts'

/** The header fields of a message of whoever acts; null where it is not theirs. */
export async function headersOf(
  db: ReadDatabase<MailTables>,
  actor: Actor,
  messageId: string,
): Promise<MailHeader[] | null> {
  if (!(await findMessage(db, actor, messageId))) return null
  const content = await db
    .selectFrom('mail_content')
    .select(['source', 'head'])
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow()
  return storedHeaders(content)
}
