import { toInstant } from '#base/time.ts'
import type { Draft, DraftAttachment, DraftSummary } from '../../contract.ts'
import { clip } from '../import/clip.ts'
import { MAX_SNIPPET, toSnippet } from '../import/snippet.ts'
import type { DraftAttachmentRow, DraftRow, Recipients } from './tables.ts'

/** A row of drafts with its files as the API shows it. */
export function toDraft(row: DraftRow, attachments: DraftAttachmentRow[]): Draft {
  return {
    id: row.id,
    rev: row.rev,
    kind: row.kind as Draft['kind'],
    connectionId: row.connection_id,
    identityId: row.identity_id,
    ...(JSON.parse(row.recipients) as Recipients),
    subject: row.subject,
    bodyText: row.body_text,
    bodyHtml: row.body_html,
    inReplyTo: row.in_reply_to,
    attachments: attachments.map(toDraftAttachment),
    conflictOf: row.conflict_of,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
  }
}

/** A row of drafts as lists show it. */
export function toDraftSummary(row: DraftRow, hasAttachments: boolean): DraftSummary {
  return {
    id: row.id,
    rev: row.rev,
    kind: row.kind as Draft['kind'],
    to: (JSON.parse(row.recipients) as Recipients).to,
    subject: row.subject,
    snippet: clip(toSnippet(row.body_text), MAX_SNIPPET),
    inReplyTo: row.in_reply_to,
    hasAttachments,
    conflictOf: row.conflict_of,
    updatedAt: toInstant(row.updated_at),
  }
}

function toDraftAttachment(row: DraftAttachmentRow): DraftAttachment {
  return {
    id: row.id,
    filename: row.filename,
    contentType: row.content_type,
    size: row.size,
    inline: row.inline === 1,
    contentId: row.content_id,
  }
}
