import { SEND_LIMITS } from '../../contract.ts'
import { command } from '../database.ts'
import { attachmentsOf, findDraft } from '../drafts/find-draft.ts'
import { recordAttachment } from '../drafts/internal.ts'
import { addFile, saveDraft } from '../drafts/store-draft.ts'

export default command(recordAttachment, async (context, { draftId, attachment }) => {
  const { db, actor, fail } = context
  const draft = await findDraft(db, actor, draftId)
  if (!draft) return fail('draft-not-found')
  if (draft.outgoing_id !== null) return fail('already-sending')
  const files = await attachmentsOf(db, draftId)
  const bytes = files.reduce((total, { size }) => total + size, attachment.size)
  if (bytes > SEND_LIMITS.attachmentBytes) return fail('attachments-too-large')
  if (files.length >= SEND_LIMITS.attachments) return fail('too-many-attachments')
  await addFile(context, draft, attachment)
  return saveDraft(context, draft, {})
})
