import { messageAdded } from '../../contract.ts'
import { command } from '../database.ts'
import { settleDraftCopies } from '../drafts/copies.ts'
import { endCopied } from '../drafts/end-copied.ts'
import { releaseCopy } from '../drafts/release-copy.ts'
import { unsettledCopies } from '../drafts/unsettled-copies.ts'
import { ownerOf } from '../policy.ts'

export default command(settleDraftCopies, async (context) => {
  const { moved, left } = await unsettledCopies(context.db, ownerOf(context.actor))
  await endCopied(context, moved)
  // From now on it is mail like any other.
  for (const id of moved) context.emit(messageAdded, { id, importId: null })
  for (const id of left) await releaseCopy(context, id)
  return {}
})
