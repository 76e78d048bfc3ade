import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { forgetConnection } from '../sync/internal.ts'

export default command(forgetConnection, async ({ db, actor }, { connectionId }) => {
  for (const table of ['mail_outbox', 'mail_orphan', 'mail_gmail_account', 'mail_gmail_message'] as const)
    await db
      .deleteFrom(table)
      .where('owner_id', '=', ownerOf(actor))
      .where('connection_id', '=', connectionId)
      .execute()
  return {}
})
