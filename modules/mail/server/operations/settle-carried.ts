import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { chunks } from '../store/rows.ts'
import { settleMessages } from '../sync/settle-messages.ts'
import { settleCarried } from '../outbox/internal.ts'

const STEP = 200

export default command(settleCarried, async ({ db, actor, emit }, { connectionId, since }) => {
  const rows = await db
    .selectFrom('mail_outbox')
    .select(['id', 'message_id'])
    .where('connection_id', '=', connectionId)
    .where('state', '=', 'done')
    .where('at', '<', since)
    .limit(STEP)
    .execute()
  for (const ids of chunks(rows.map(({ id }) => id)))
    await db.deleteFrom('mail_outbox').where('id', 'in', ids).execute()
  await settleMessages(
    { db, emit },
    ownerOf(actor),
    rows.flatMap(({ message_id }) => message_id ?? []),
    { since },
  )
  const { left } = await db
    .selectFrom('mail_outbox')
    .select((e) => e.fn.countAll<number>().as('left'))
    .where('connection_id', '=', connectionId)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow()
  return { settled: rows.length, left: Number(left) }
})
