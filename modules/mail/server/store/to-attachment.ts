import type { Attachment } from '../../contract.ts'
import type { AttachmentRow } from '../database.ts'

/** A row of attachments as the API shows it. */
export function toAttachment(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    filename: row.filename,
    contentType: row.content_type,
    size: row.size,
    sha256: row.sha256,
    inline: row.inline === 1,
    contentId: row.content_id,
  }
}
