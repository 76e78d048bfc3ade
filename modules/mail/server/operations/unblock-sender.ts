import { sendersChanged, unblockSender } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { removeSender } from '../tidying/sender-lists.ts'

export default command(unblockSender, async ({ db, actor, emit, fail }, { id }) => {
  const removed = await removeSender(db, { ownerId: ownerOf(actor), list: 'blocked', id })
  if (!removed) return fail('sender-not-found')

  emit(sendersChanged, { id })
  return removed
})
