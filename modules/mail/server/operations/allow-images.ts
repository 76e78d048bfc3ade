import { allowImages, sendersChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { addSender } from '../tidying/sender-lists.ts'
import { senderPattern } from '../tidying/sender-pattern.ts'

export default command(allowImages, async ({ db, actor, emit, fail, now }, { sender }) => {
  const pattern = senderPattern(sender)
  if (!pattern) return fail('not-a-sender')
  const added = await addSender(db, { ownerId: ownerOf(actor), list: 'images', pattern, now: now() })
  if (!added) return fail('already-allowed')

  emit(sendersChanged, { id: added.id })
  return added
})
