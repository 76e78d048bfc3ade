import { detach } from '../../contract.ts'
import { command } from '../database.ts'
import { findDraft } from '../drafts/find-draft.ts'
import { removeFiles } from '../drafts/remove-draft.ts'
import { saveDraft } from '../drafts/store-draft.ts'
import { ownerOf } from '../policy.ts'

export default command(detach, async (context, { id }) => {
  const { db, actor, fail } = context
  const file = await db
    .selectFrom('mail_draft_attachment')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
  const draft = file && (await findDraft(db, actor, file.draft_id))
  if (!draft) return fail('attachment-not-found')
  if (draft.outgoing_id !== null) return fail('already-sending')
  await removeFiles(context, [file])
  return saveDraft(context, draft, {})
})
