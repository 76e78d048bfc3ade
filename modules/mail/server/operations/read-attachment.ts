import { query } from '../database.ts'
import { readAttachment } from '../internal.ts'
import { ownerOf } from '../policy.ts'

export default query(readAttachment, async ({ db, actor, fail }, { id }) => {
  const row = await db
    .selectFrom('mail_attachment')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
  if (!row) return fail('attachment-not-found')
  const { message_id, part_id, filename, content_type, sha256 } = row
  return { messageId: message_id, partId: part_id, filename, contentType: content_type, sha256 }
})
