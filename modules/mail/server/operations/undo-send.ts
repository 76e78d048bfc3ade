import { undoSend } from '../../contract.ts'
import { command } from '../database.ts'
import { attachmentsOf, findDraft } from '../drafts/find-draft.ts'
import { toDraft } from '../drafts/to-draft.ts'
import { giveBack } from '../sending/change-outgoing.ts'
import { findOutgoing } from '../sending/find-outgoing.ts'

export default command(undoSend, async (context, { id }) => {
  const { db, actor, fail } = context
  const row = await findOutgoing(db, actor, id)
  if (!row) return fail('outgoing-not-found')
  if (row.state === 'cancelled' || row.state === 'failed') return fail('already-cancelled')
  // One that waits for the server can be taken back as well: not a byte of it has gone.
  if (row.state !== 'held' && row.state !== 'waiting') return fail('already-sent')
  await giveBack(context, row, { state: 'cancelled' })
  const draft = await findDraft(db, actor, row.draft_id!)
  return toDraft(draft!, await attachmentsOf(db, draft!.id))
})
