import type { CommandContext } from '#kernel/context.ts'
import { messageRemoved } from '../../contract.ts'
import { command, type MailTables, type MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { insertDraft } from '../drafts/internal.ts'
import { storeDraft } from '../drafts/store-draft.ts'
import type { ThreadHeaders } from '../drafts/tables.ts'
import { liesAmongDrafts } from '../drafts/takes-copies.ts'
import { ownerOf } from '../policy.ts'
import { findMessage } from '../store/find-message.ts'
import { refreshThreads } from '../store/refresh-threads.ts'

export default command(insertDraft, async (context, { columns, attachments, copyId, ...beginning }) => {
  if (copyId === undefined) return storeDraft(context, columns, beginning, attachments)
  const message = await findMessage(context.db, context.actor, copyId)
  if (!message) return context.fail('message-not-found')
  if (message.place !== 'drafts') return context.fail('not-a-draft')

  const inReplyTo = await answeredBy(context, beginning.threadHeaders)
  const kind = inReplyTo === null ? beginning.kind : 'reply'
  // What an import brought lies on no server, and a label is no place: such a message stays what it is.
  const isCopy = message.import_id === null && (await liesAmongDrafts(context.db, copyId))
  if (isCopy) await hide(context, message)
  const begun = { ...beginning, kind, inReplyTo, ...(isCopy && { copyId }) }
  return storeDraft(context, columns, begun, attachments)
})

type Context = Pick<CommandContext<MailTables>, 'db' | 'actor' | 'emit'>

/** The message that a draft answers, where it is here. */
async function answeredBy({ db, actor }: Context, headers: ThreadHeaders | null): Promise<string | null> {
  if (!headers?.inReplyTo) return null
  const row = await db
    .selectFrom('mail_message')
    .select('id')
    .where('owner_id', '=', ownerOf(actor))
    .where('message_id', '=', headers.inReplyTo)
    .where('place', '!=', COPY_PLACE)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** From now on it is the copy of a draft, which is listed instead. */
async function hide({ db, emit }: Context, { id, owner_id, thread_id }: MessageRow): Promise<void> {
  await db.updateTable('mail_message').set({ place: COPY_PLACE }).where('id', '=', id).execute()
  await refreshThreads(db, owner_id, [thread_id])
  emit(messageRemoved, { id })
}
