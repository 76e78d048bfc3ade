import { command } from '../database.ts'
import { enqueuePush } from '../outbox/enqueue-push.ts'
import { beginPush } from '../outbox/internal.ts'

export default command(beginPush, async (context, { connectionId }) => {
  const waiting = await context.db
    .selectFrom('mail_outbox')
    .select('id')
    .where('connection_id', '=', connectionId)
    .where('state', 'in', ['waiting', 'sending'])
    .limit(1)
    .executeTakeFirst()
  return { job: waiting ? await enqueuePush(context, connectionId) : null }
})
