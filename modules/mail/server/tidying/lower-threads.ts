import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { chunks } from '../store/rows.ts'

/**
 * Threads that came back on top are as any other once they are moved away. Answers which did: one that was only sent
 * may have no message in the inbox though it is listed there.
 */
export async function lowerThreads(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  threadIds: string[],
): Promise<Set<string>> {
  const lowered = new Set<string>()
  for (const ids of chunks([...new Set(threadIds)])) {
    const rows = await db
      .deleteFrom('mail_attention')
      .where('owner_id', '=', ownerId)
      .where('thread_id', 'in', ids)
      .where('raised_at', 'is not', null)
      .returning('thread_id')
      .execute()
    for (const { thread_id } of rows) lowered.add(thread_id)
  }
  return lowered
}
