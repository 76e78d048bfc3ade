import type { DraftAttachmentRow, DraftRow, FrozenContent, ThreadHeaders } from '../drafts/tables.ts'

/** What a message is made of, as its draft was when it was sent: every try makes the same of it. */
export function freeze(
  draft: DraftRow,
  attachments: DraftAttachmentRow[],
  replyTo: string | null,
  date: number,
): FrozenContent {
  return {
    date,
    replyTo,
    text: draft.body_text,
    html: draft.body_html,
    thread: draft.thread_headers === null ? null : (JSON.parse(draft.thread_headers) as ThreadHeaders),
    attachments: attachments.map(({ blob, filename, content_type, inline, content_id }) => ({
      blob,
      filename,
      contentType: content_type,
      inline: inline === 1,
      contentId: content_id,
    })),
  }
}
