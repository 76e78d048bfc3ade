import { scrubErased } from '#kernel/erasure/contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { eraseOutgoing } from '../sending/erase-outgoing.ts'
import { forgetConnection } from '../sync/internal.ts'

export default command(forgetConnection, async (context, { connectionId }) => {
  const { db, actor, enqueue } = context
  for (const table of ['mail_outbox', 'mail_orphan', 'mail_gmail_account', 'mail_gmail_message'] as const)
    await db
      .deleteFrom(table)
      .where('owner_id', '=', ownerOf(actor))
      .where('connection_id', '=', connectionId)
      .execute()
  const rows = await db
    .selectFrom('mail_outgoing')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('connection_id', '=', connectionId)
    .where('state', 'in', ['sent', 'cancelled'])
    .execute()
  await eraseOutgoing(context, rows)
  await enqueue(scrubErased, { module: 'mail', all: true })
  return {}
})
