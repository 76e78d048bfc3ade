import { Failure } from '#kernel/failure.ts'
import { getConnection } from '../../../connections/contract.ts'
import { identityChanged, updateIdentity } from '../../contract.ts'
import { command } from '../database.ts'
import { findIdentity, toIdentity } from '../drafts/find-identity.ts'
import { clearDefault, identityColumns } from '../drafts/store-identity.ts'
import { ownerOf } from '../policy.ts'

export default command(updateIdentity, async ({ db, actor, ask, emit, fail }, { id, rev, ...input }) => {
  const ownerId = ownerOf(actor)
  const row = await findIdentity(db, ownerId, id)
  if (!row) return fail('identity-not-found')
  if (rev !== undefined && rev !== row.rev) return fail('stale-revision')
  if (input.connectionId && (await ask(getConnection, { id: input.connectionId })) instanceof Failure)
    return fail('connection-not-found')

  if (input.isDefault) await clearDefault(db, ownerId)
  const columns = { ...identityColumns(input), rev: row.rev + 1 }
  await db.updateTable('mail_identity').set(columns).where('id', '=', id).execute()
  emit(identityChanged, { id })
  return toIdentity({ ...row, ...columns })
})
