import { identityChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { identitiesOf } from '../drafts/find-identity.ts'
import { addAccountIdentity } from '../drafts/internal.ts'
import { insertIdentity } from '../drafts/store-identity.ts'
import { ownerOf } from '../policy.ts'

export default command(addAccountIdentity, async ({ db, actor, emit, now }, { connectionId, address, name }) => {
  const ownerId = ownerOf(actor)
  const identities = await identitiesOf(db, ownerId)
  if (identities.some(({ connection_id }) => connection_id === connectionId)) return {}
  const plain = { connectionId, address, name: name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 200) }
  const row = await insertIdentity(db, ownerId, plain, now())
  emit(identityChanged, { id: row.id })
  return {}
})
