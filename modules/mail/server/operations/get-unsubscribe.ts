import { getUnsubscribe } from '../../contract.ts'
import { query } from '../database.ts'
import { findMessage } from '../store/find-message.ts'
import { readUnsubscribe, toUnsubscribe } from '../tidying/read-unsubscribe.ts'

export default query(getUnsubscribe, async ({ db, actor, fail }, { id }) => {
  const message = await findMessage(db, actor, id)
  if (!message) return fail('message-not-found')
  const { oneClick, mail, page } = await readUnsubscribe(db, id)
  const last = await db
    .selectFrom('mail_unsubscribe')
    .selectAll()
    .where('message_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    // The address itself names the reader: it is for the job alone.
    oneClick: oneClick && { host: oneClick.host, signature: oneClick.signature },
    mail,
    page,
    last: last ? toUnsubscribe(last) : null,
  }
})
