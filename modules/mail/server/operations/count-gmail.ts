import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { countGmail } from '../gmail/internal.ts'

export default query(countGmail, async ({ db, actor }, { connectionId, box, walk }) => {
  const { count } = await db
    .selectFrom('mail_gmail_message')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('connection_id', '=', connectionId)
    .where('owner_id', '=', ownerOf(actor))
    .where('box', '=', box)
    .where('walk', '=', walk)
    .where('gone', '=', 0)
    .executeTakeFirstOrThrow()
  return { count: Number(count) }
})
