import { Failure } from '#kernel/failure.ts'
import { updateDraft } from '../../contract.ts'
import { command } from '../database.ts'
import { changedColumns, isSame } from '../drafts/draft-fields.ts'
import { attachmentsOf, findDraft } from '../drafts/find-draft.ts'
import { findIdentity } from '../drafts/find-identity.ts'
import type { NewAttachment } from '../drafts/internal.ts'
import { saveDraft, storeDraft } from '../drafts/store-draft.ts'
import type { DraftAttachmentRow, DraftRow, ThreadHeaders } from '../drafts/tables.ts'
import { toDraft } from '../drafts/to-draft.ts'
import { ownerOf } from '../policy.ts'
import { getConnection } from '../../../connections/contract.ts'

export default command(updateDraft, async (context, { id, rev, keepBoth, ...input }) => {
  const { db, actor, ask, fail } = context
  const row = await findDraft(db, actor, id)
  if (!row) return fail('draft-not-found')
  const stale = rev !== undefined && rev !== row.rev
  if (stale && !keepBoth) return fail('stale-revision', { detail: `The draft is at revision ${row.rev}` })
  const { identityId, connectionId } = input
  if (identityId && !(await findIdentity(db, ownerOf(actor), identityId))) return fail('identity-not-found')
  if (connectionId && (await ask(getConnection, { id: connectionId })) instanceof Failure)
    return fail('connection-not-found')

  const columns = changedColumns(row, input)
  const files = await attachmentsOf(db, id)
  if (isSame(row, columns)) return row.outgoing_id === null ? toDraft(row, files) : fail('already-sending')
  // Two windows wrote: neither text is lost. One that was sent meanwhile counts as the other window's.
  if (stale) return storeDraft(context, columns, beginningOf(row), files.map(toNew))
  return row.outgoing_id === null ? saveDraft(context, row, columns) : fail('already-sending')
})

function beginningOf(row: DraftRow) {
  return {
    kind: row.kind,
    inReplyTo: row.in_reply_to,
    threadHeaders: row.thread_headers === null ? null : (JSON.parse(row.thread_headers) as ThreadHeaders),
    conflictOf: row.id,
  }
}

function toNew(row: DraftAttachmentRow): NewAttachment {
  return {
    blob: row.blob,
    filename: row.filename,
    contentType: row.content_type,
    size: row.size,
    inline: row.inline === 1,
    contentId: row.content_id,
  }
}
