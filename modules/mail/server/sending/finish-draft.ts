import type { CommandContext } from '#kernel/context.ts'
import { draftRemoved } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import type { Releasing } from '../drafts/release-copy.ts'
import { removeDraft } from '../drafts/remove-draft.ts'
import type { OutgoingRow } from '../drafts/tables.ts'
import { noteAnswered } from './note-answered.ts'

type Finishing = Releasing & Pick<CommandContext<MailTables>, 'emit'>

/** The draft of a message that was sent is no draft any more, and what it answers is answered. */
export async function finishDraft(context: Finishing, { draft_id }: OutgoingRow): Promise<void> {
  if (draft_id === null) return
  const draft = await context.db
    .selectFrom('mail_draft')
    .select(['id', 'kind', 'in_reply_to', 'copy_id'])
    .where('id', '=', draft_id)
    .executeTakeFirst()
  if (draft?.kind.startsWith('reply') && draft.in_reply_to !== null) await noteAnswered(context, draft.in_reply_to)
  if (draft) await removeDraft(context, draft)
  context.emit(draftRemoved, { id: draft_id })
}
