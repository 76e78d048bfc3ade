import type { CommandContext } from '#kernel/context.ts'
import { draftChanged, outgoingChanged, type OutgoingState } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { scheduleCopy } from '../drafts/schedule-copy.ts'
import type { OutgoingRow } from '../drafts/tables.ts'
import { deleteFilesJob } from '../internal.ts'

type Changing = Pick<CommandContext<MailTables>, 'db' | 'emit'>
type GivingBack = Changing & Pick<CommandContext<MailTables>, 'now' | 'releaseBlob' | 'enqueue'>

/** Writes what changed of an outgoing message; its person is told of another state. */
export async function changeOutgoing(
  { db, emit }: Changing,
  row: OutgoingRow,
  changes: Partial<OutgoingRow>,
): Promise<OutgoingRow> {
  await db.updateTable('mail_outgoing').set(changes).where('id', '=', row.id).execute()
  const changed = { ...row, ...changes }
  if (changes.state !== undefined) emit(outgoingChanged, { id: row.id, state: changed.state as OutgoingState })
  return changed
}

/** Ends the way of a message that was not sent: its draft is a draft again, whole, and its source goes. */
export async function giveBack(
  context: GivingBack,
  row: OutgoingRow,
  changes: Partial<OutgoingRow> & { state: 'cancelled' | 'failed' },
): Promise<OutgoingRow> {
  const { db, emit, now } = context
  await releaseSource(context, row)
  if (row.draft_id !== null) {
    const draft = await db.selectFrom('mail_draft').selectAll().where('id', '=', row.draft_id).executeTakeFirst()
    if (draft) {
      const rev = draft.rev + 1
      const isCopied = Number(draft.copied_rev) === Number(draft.rev)
      const free = { outgoing_id: null, rev, updated_at: now(), ...(isCopied && { copied_rev: rev }) }
      await db.updateTable('mail_draft').set(free).where('id', '=', row.draft_id).execute()
      if (!isCopied) await scheduleCopy(context, { ...draft, ...free })
      emit(draftChanged, { id: row.draft_id })
    }
  }
  return changeOutgoing(context, row, { ...changes, source: null, content: null })
}

/** Lets go of the file with the source; it is deleted after the commit unless a message holds it too. */
export async function releaseSource(
  { releaseBlob, enqueue }: Pick<GivingBack, 'releaseBlob' | 'enqueue'>,
  { id, source }: OutgoingRow,
): Promise<void> {
  if (source === null) return
  if (await releaseBlob(source, { kind: 'mail.outgoing', id })) await enqueue(deleteFilesJob, { files: [source] })
}
