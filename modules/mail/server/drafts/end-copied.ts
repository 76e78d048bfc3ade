import type { CommandContext } from '#kernel/context.ts'
import { draftChanged, draftRemoved } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { chunks } from '../store/rows.ts'
import { removeDraft } from './remove-draft.ts'
import type { Releasing } from './release-copy.ts'
import { scheduleCopy } from './schedule-copy.ts'

type Ending = Releasing & Pick<CommandContext<MailTables>, 'emit'>

/**
 * Follows what was done elsewhere to the copies of drafts: thrown away, sent, or replaced by another text. A draft that
 * nobody changed here since goes too; one that was changed stays and is copied anew, so that both texts are kept.
 */
export async function endCopied(context: Ending, copyIds: readonly string[]): Promise<void> {
  const { db, emit } = context
  for (const ids of chunks(copyIds)) {
    const drafts = await db
      .selectFrom('mail_draft')
      .selectAll()
      .where('copy_id', 'in', ids)
      .where('outgoing_id', 'is', null)
      .execute()
    for (const draft of drafts) {
      await db.updateTable('mail_draft').set({ copy_id: null, copied_rev: null }).where('id', '=', draft.id).execute()
      if (Number(draft.copied_rev) === Number(draft.rev)) {
        await removeDraft(context, { ...draft, copy_id: null })
        emit(draftRemoved, { id: draft.id })
      } else {
        await scheduleCopy(context, draft)
        emit(draftChanged, { id: draft.id })
      }
    }
  }
}
