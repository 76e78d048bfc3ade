import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { Unsubscribe } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { storedHeaders } from '../store/stored-headers.ts'
import type { UnsubscribeRow } from './tables.ts'
import { unsubscribeWays, type UnsubscribeWays } from './unsubscribe-options.ts'

/** How the list of a message can be left, read from its source. */
export async function readUnsubscribe(
  db: ReadDatabase<MailTables> | WriteDatabase<MailTables>,
  messageId: string,
): Promise<UnsubscribeWays> {
  const content = await (db as ReadDatabase<MailTables>)
    .selectFrom('mail_content')
    .select(['source', 'head'])
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow()
  return unsubscribeWays(storedHeaders(content))
}

/** A row of requests to leave lists as the API shows it. */
export function toUnsubscribe(row: UnsubscribeRow): Unsubscribe {
  return {
    id: row.id,
    messageId: row.message_id,
    host: row.host,
    state: row.state as Unsubscribe['state'],
    problem: row.problem,
    createdAt: toInstant(row.created_at),
    finishedAt: toInstantOrNull(row.finished_at),
  }
}
