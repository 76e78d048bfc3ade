import type { CommandContext } from '#kernel/context.ts'
import type { MailTables } from '../database.ts'
import { pushJob } from './internal.ts'
import { ownerOf } from '../policy.ts'

/**
 * Enqueues the run that carries an account's changes. Runs are numbered: a run counts up in the transaction in which it
 * finds nothing left, so that what comes after has a run of its own, and no two ever work at once.
 */
export async function enqueuePush(
  { db, actor, enqueue }: Pick<CommandContext<MailTables>, 'db' | 'actor' | 'enqueue'>,
  connectionId: string,
  runAt?: number,
): Promise<string> {
  await db
    .insertInto('mail_push')
    .values({ connection_id: connectionId, owner_id: ownerOf(actor), generation: 0, failures: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { generation } = await db
    .selectFrom('mail_push')
    .select('generation')
    .where('connection_id', '=', connectionId)
    .executeTakeFirstOrThrow()
  const options = { key: `${connectionId} ${generation}`, ...(runAt !== undefined && { runAt }) }
  return enqueue(pushJob, { connectionId, generation: Number(generation) }, options)
}
