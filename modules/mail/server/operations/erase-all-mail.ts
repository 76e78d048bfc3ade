import { Failure } from '#kernel/failure.ts'
import { listConnections } from '#modules/connections/contract.ts'
import { eraseAllMail } from '../../contract.ts'
import { command } from '../database.ts'
import { eraseMailboxJob } from '../internal.ts'
import { ownerOf } from '../policy.ts'

export default command(eraseAllMail, async ({ actor, ask, changed, enqueue, fail }, { removeAccounts }) => {
  const connected = await ask(listConnections, {})
  if (connected instanceof Failure) return connected
  if (connected.items.length > 0 && !removeAccounts) return fail('accounts-connected')

  const ownerId = ownerOf(actor)
  changed({ mail: 'all', accounts: removeAccounts ? connected.items.length : 0 }, null)
  return { job: await enqueue(eraseMailboxJob, { ownerId, removeAccounts }, { key: ownerId }) }
})
