import { uuidv7 } from '#base/ids.ts'
import { unsubscribe, unsubscribeChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { findMessage } from '../store/find-message.ts'
import { unsubscribeJob } from '../tidying/internal.ts'
import { readUnsubscribe, toUnsubscribe } from '../tidying/read-unsubscribe.ts'

export default command(unsubscribe, async ({ db, actor, emit, enqueue, fail, now }, { id }) => {
  const message = await findMessage(db, actor, id)
  if (!message) return fail('message-not-found')
  const { oneClick } = await readUnsubscribe(db, id)
  if (!oneClick) return fail('no-one-click')
  const asked = await db
    .selectFrom('mail_unsubscribe')
    .select('id')
    .where('message_id', '=', id)
    .where('state', 'in', ['waiting', 'done'])
    .limit(1)
    .executeTakeFirst()
  if (asked) return fail('already-asked')

  const row = {
    id: uuidv7(),
    owner_id: ownerOf(actor),
    message_id: id,
    host: oneClick.host,
    state: 'waiting',
    problem: null,
    created_at: now(),
    finished_at: null,
  }
  await db.insertInto('mail_unsubscribe').values(row).execute()
  const job = await enqueue(unsubscribeJob, { id: row.id }, { key: row.id })
  emit(unsubscribeChanged, { id: row.id })
  return { job, unsubscribe: toUnsubscribe(row) }
})
