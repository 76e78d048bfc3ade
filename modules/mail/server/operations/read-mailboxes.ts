import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { readMailboxes } from '../sync/internal.ts'

export default query(readMailboxes, async ({ db, actor }, { connectionId }) => {
  const items = await db
    .selectFrom('mail_mailbox')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('connection_id', '=', connectionId)
    .execute()
  const { orphans } = await db
    .selectFrom('mail_orphan')
    .select((e) => e.fn.countAll<number>().as('orphans'))
    .where('owner_id', '=', ownerOf(actor))
    .where('connection_id', '=', connectionId)
    .executeTakeFirstOrThrow()
  return { items, orphans: Number(orphans) }
})
