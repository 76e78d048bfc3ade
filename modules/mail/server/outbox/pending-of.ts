import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { chunks } from '../store/rows.ts'
import { aspectsOf, type Aspect, type MessageChange } from './change.ts'

const EVERYTHING: Aspect[] = ['seen', 'starred', 'answered', 'place', 'labels']

/**
 * Which sides of messages are on their way to a server, or got there since a moment (epoch milliseconds): what a look
 * at the server that began then says of them is older than what their owner wants. Messages without any are left out.
 */
export async function pendingOf(
  db: ReadDatabase<MailTables>,
  messageIds: readonly string[],
  since: number,
): Promise<Map<string, ReadonlySet<Aspect>>> {
  const pending = new Map<string, Set<Aspect>>()
  for (const ids of chunks(messageIds)) {
    const rows = await db
      .selectFrom('mail_outbox')
      .select(['message_id', 'kind', 'change'])
      .where('message_id', 'in', ids)
      .where('kind', '!=', 'expunge')
      .where((eb) =>
        eb.or([eb('state', 'in', ['waiting', 'sending']), eb.and([eb('state', '=', 'done'), eb('at', '>=', since)])]),
      )
      .execute()
    for (const row of rows) {
      const aspects = row.kind === 'change' ? aspectsOf(JSON.parse(row.change) as MessageChange) : EVERYTHING
      pending.set(row.message_id!, (pending.get(row.message_id!) ?? new Set()).union(new Set(aspects)))
    }
  }
  return pending
}
