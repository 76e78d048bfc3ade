import { Failure } from '#kernel/failure.ts'
import { getConnection } from '../../../connections/contract.ts'
import { createIdentity, identityChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { toIdentity } from '../drafts/find-identity.ts'
import { insertIdentity } from '../drafts/store-identity.ts'
import { ownerOf } from '../policy.ts'

export default command(createIdentity, async ({ db, actor, ask, emit, fail, now }, input) => {
  if (input.connectionId && (await ask(getConnection, { id: input.connectionId })) instanceof Failure)
    return fail('connection-not-found')
  const row = await insertIdentity(db, ownerOf(actor), input, now())
  emit(identityChanged, { id: row.id })
  return toIdentity(row)
})
