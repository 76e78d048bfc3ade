import type { CommandContext } from '#kernel/context.ts'
import { draftRemoved } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { removeDraft } from '../drafts/remove-draft.ts'
import type { OutgoingRow } from '../drafts/tables.ts'

type Finishing = Pick<CommandContext<MailTables>, 'db' | 'emit' | 'releaseBlob' | 'enqueue'>

/** The draft of a message that was sent is no draft any more. */
export async function finishDraft(context: Finishing, { draft_id }: OutgoingRow): Promise<void> {
  if (draft_id === null) return
  await removeDraft(context, draft_id)
  context.emit(draftRemoved, { id: draft_id })
}
