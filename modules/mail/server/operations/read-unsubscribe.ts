import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { readUnsubscribeRequest } from '../tidying/internal.ts'
import { readUnsubscribe } from '../tidying/read-unsubscribe.ts'

export default query(readUnsubscribeRequest, async ({ db, actor }, { id }) => {
  const row = await db
    .selectFrom('mail_unsubscribe')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (!row) return { url: null }
  const { oneClick } = await readUnsubscribe(db, row.message_id)
  return { url: oneClick?.url ?? null }
})
