import { listMailboxes } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toMailbox } from '../store/to-mailbox.ts'

export default query(listMailboxes, async ({ db, actor }, { connectionId }) => {
  let chosen = db.selectFrom('mail_mailbox').selectAll().where('owner_id', '=', ownerOf(actor))
  if (connectionId) chosen = chosen.where('connection_id', '=', connectionId)
  const rows = await chosen.orderBy('connection_id').orderBy('path').limit(5000).execute()
  return { items: rows.map(toMailbox) }
})
