import { plus } from '#kernel/database/raw.ts'
import { syncJob } from '../../contract.ts'
import { command } from '../database.ts'
import { enqueuePush } from '../outbox/enqueue-push.ts'
import { postponePush } from '../outbox/internal.ts'

const SOON_MILLISECONDS = 2000
const LONGEST_MILLISECONDS = 5 * 60_000

export default command(postponePush, async (context, { connectionId, generation, until }) => {
  const { db, now, enqueue } = context
  const run = await db.selectFrom('mail_push').selectAll().where('connection_id', '=', connectionId).executeTakeFirst()
  if (!run || Number(run.generation) !== generation) return { job: null }

  const failures = until === 'reachable' ? Number(run.failures) + 1 : 0
  await db
    .updateTable('mail_push')
    .set({ generation: plus('generation', 1), failures })
    .where('connection_id', '=', connectionId)
    .execute()
  if (until === 'resumed') return { job: null }
  if (until === 'synced') await enqueue(syncJob, { connectionId }, { key: connectionId })
  const wait = Math.min(SOON_MILLISECONDS * 2 ** Math.min(failures, 10), LONGEST_MILLISECONDS)
  return { job: await enqueuePush(context, connectionId, now() + wait) }
})
