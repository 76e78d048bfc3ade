import { getPendingChange } from '../../contract.ts'
import { query } from '../database.ts'
import { toPendingChange } from '../outbox/to-pending-change.ts'
import { ownerOf } from '../policy.ts'

export default query(getPendingChange, async ({ db, actor, fail }, { id }) => {
  const row = await db
    .selectFrom('mail_outbox')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .where('state', '!=', 'done')
    .executeTakeFirst()
  return row ? toPendingChange(row) : fail('change-not-found')
})
