import { plus } from '#kernel/database/raw.ts'
import type { Place } from '../../contract.ts'
import { command } from '../database.ts'
import { keepDraftCopy } from '../drafts/copies.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { findDraft } from '../drafts/find-draft.ts'
import { releaseCopy } from '../drafts/release-copy.ts'
import { scheduleCopy } from '../drafts/schedule-copy.ts'
import type { AppendChange } from '../outbox/change.ts'
import { enqueuePush } from '../outbox/enqueue-push.ts'
import { entryOf } from '../outbox/record-changes.ts'
import { storeNew } from '../store/store-new.ts'

export default command(keepDraftCopy, async (context, { id, run, rev, connectionId, message, blob }) => {
  const { db, actor, now, holdBlob } = context
  const draft = await findDraft(db, actor, id)
  if (!draft || Number(draft.copy_run) !== run) return { kept: false }
  const isSame = Number(draft.rev) === rev && draft.outgoing_id === null
  if (!isSame) {
    await db
      .updateTable('mail_draft')
      .set({ copy_run: plus('copy_run', 1) })
      .where('id', '=', id)
      .execute()
    if (draft.outgoing_id === null) await scheduleCopy(context, { ...draft, copy_run: run + 1 })
    return { kept: false }
  }

  const { owner_id } = draft
  const placement = { seen: true, starred: false, trashed: false, folder: null, place: COPY_PLACE as Place }
  // A copy is nobody's new mail: no event tells of it.
  const storing = { db, holdBlob, emit: () => undefined }
  const origin = { ownerId: owner_id, importId: null, importLabel: null }
  const [copy] = await storeNew(storing, [{ message, placement, blob }], origin)
  const change: AppendChange = { place: 'drafts' }
  await db
    .insertInto('mail_outbox')
    .values(entryOf(owner_id, connectionId, 'append', copy!.id, change, now()))
    .execute()
  await enqueuePush(context, connectionId)
  await db
    .updateTable('mail_draft')
    .set({ copy_id: copy!.id, copied_rev: rev, copy_run: plus('copy_run', 1) })
    .where('id', '=', id)
    .execute()
  // After the new one, so that the draft is on the server at every moment.
  if (draft.copy_id !== null) await releaseCopy(context, draft.copy_id)
  return { kept: true }
})
