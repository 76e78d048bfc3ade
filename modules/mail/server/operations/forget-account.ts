import { identityChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { changeOutgoing, giveBack } from '../sending/change-outgoing.ts'
import { forgetAccount } from '../sending/internal.ts'
import { ACCOUNT_REMOVED, MAYBE_SENT } from '../sending/problems.ts'

export default command(forgetAccount, async (context, { connectionId }) => {
  const { db, actor, emit } = context
  const ownerId = ownerOf(actor)
  const identities = await db
    .deleteFrom('mail_identity')
    .where('owner_id', '=', ownerId)
    .where('connection_id', '=', connectionId)
    .returning('id')
    .execute()
  for (const { id } of identities) {
    await db.updateTable('mail_draft').set({ identity_id: null }).where('identity_id', '=', id).execute()
    emit(identityChanged, { id })
  }
  await db
    .updateTable('mail_draft')
    .set({ connection_id: null })
    .where('owner_id', '=', ownerId)
    .where('connection_id', '=', connectionId)
    .execute()
  const waiting = await db
    .selectFrom('mail_outgoing')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('connection_id', '=', connectionId)
    .where('state', 'in', ['held', 'waiting', 'sending'])
    .execute()
  for (const row of waiting) {
    // What is leaving just now may have left.
    if (row.state === 'sending')
      await changeOutgoing(context, row, { state: 'unsure', problem: JSON.stringify(MAYBE_SENT) })
    else await giveBack(context, row, { state: 'failed', problem: JSON.stringify(ACCOUNT_REMOVED) })
  }
  return {}
})
