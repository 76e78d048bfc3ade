import { query } from '../database.ts'
import { readDraftAttachment } from '../drafts/internal.ts'
import { ownerOf } from '../policy.ts'

export default query(readDraftAttachment, async ({ db, actor, fail }, { id }) => {
  const row = await db
    .selectFrom('mail_draft_attachment')
    .select(['blob', 'filename'])
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
  return row ?? fail('attachment-not-found')
})
