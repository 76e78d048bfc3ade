import { deleteIdentity, identityChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findIdentity } from '../drafts/find-identity.ts'
import { ownerOf } from '../policy.ts'

export default command(deleteIdentity, async ({ db, actor, emit, fail }, { id }) => {
  const ownerId = ownerOf(actor)
  const row = await findIdentity(db, ownerId, id)
  if (!row) return fail('identity-not-found')
  await db.deleteFrom('mail_identity').where('id', '=', id).execute()
  await db.updateTable('mail_draft').set({ identity_id: null }).where('identity_id', '=', id).execute()
  emit(identityChanged, { id })
  return {}
})
