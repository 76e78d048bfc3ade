import { deleteDraft, draftRemoved } from '../../contract.ts'
import { command } from '../database.ts'
import { findDraft } from '../drafts/find-draft.ts'
import { eraseTriesOf } from '../sending/erase-outgoing.ts'
import { scrubLater } from '../store/scrub-later.ts'
import { removeDraft } from '../drafts/remove-draft.ts'

export default command(deleteDraft, async (context, { id, rev }) => {
  const { db, actor, emit, fail } = context
  const row = await findDraft(db, actor, id)
  if (!row) return fail('draft-not-found')
  if (rev !== undefined && rev !== row.rev) return fail('stale-revision')
  if (row.outgoing_id !== null) return fail('already-sending')
  await removeDraft(context, row)
  await eraseTriesOf(context, id, row.owner_id)
  await scrubLater(context)
  emit(draftRemoved, { id })
  return {}
})
