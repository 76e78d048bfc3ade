import { command } from '../database.ts'
import { insertDraft } from '../drafts/internal.ts'
import { storeDraft } from '../drafts/store-draft.ts'

export default command(insertDraft, async (context, { columns, attachments, ...beginning }) =>
  storeDraft(context, columns, beginning, attachments),
)
