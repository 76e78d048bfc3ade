import { plus } from '#kernel/database/raw.ts'
import type { Connection } from '../../../connections/contract.ts'
import { command } from '../database.ts'
import { beginDraftCopy, type DraftToCopy } from '../drafts/copies.ts'
import { takesCopies } from '../drafts/takes-copies.ts'
import { attachmentsOf, findDraft } from '../drafts/find-draft.ts'
import { restedAt, scheduleCopy } from '../drafts/schedule-copy.ts'
import type { DraftAttachmentRow, DraftRow, Recipients } from '../drafts/tables.ts'
import { freeze } from '../sending/freeze.ts'
import { toAsciiDomain } from '../sending/international.ts'
import { resolveSender, type Sender } from '../sending/resolve-sender.ts'

export default command(beginDraftCopy, async (context, { id, run }) => {
  const { db, actor, now } = context
  const draft = await findDraft(db, actor, id)
  if (!draft || Number(draft.copy_run) !== run) return null
  const isDue = restedAt(draft) <= now()
  const sender = isDue && isToCopy(draft) ? await resolveSender(context, draft) : null
  if (sender && (await takesCopies(db, sender.connection))) return toCopy(draft, await attachmentsOf(db, id), sender)

  await db
    .updateTable('mail_draft')
    .set({ copy_run: plus('copy_run', 1) })
    .where('id', '=', id)
    .execute()
  if (!isDue) await scheduleCopy(context, { ...draft, copy_run: run + 1 })
  return null
})

/** What is on its way rests; what the server has already is not copied again. */
function isToCopy({ outgoing_id, copied_rev, rev }: DraftRow): boolean {
  return outgoing_id === null && (copied_rev === null || Number(copied_rev) !== Number(rev))
}

function toCopy(draft: DraftRow, files: DraftAttachmentRow[], { from, replyTo, connection }: Sender): DraftToCopy {
  const rev = Number(draft.rev)
  return {
    rev,
    connectionId: connection.id,
    frozen: {
      // A revision has its own: by it a copy is known again.
      messageId: `${draft.id}.${rev}@${domainOf(connection)}`,
      subject: draft.subject,
      envelope: { from, ...(JSON.parse(draft.recipients) as Recipients) },
      content: freeze(draft, files, replyTo, Number(draft.updated_at)),
    },
  }
}

function domainOf({ address }: Connection): string {
  return toAsciiDomain(address.slice(address.lastIndexOf('@') + 1)) ?? 'localhost'
}
