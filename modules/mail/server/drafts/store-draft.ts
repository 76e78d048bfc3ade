import { uuidv7 } from '#base/ids.ts'
import type { CommandContext } from '#kernel/context.ts'
import { draftChanged, type Draft } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import type { DraftColumns } from './draft-fields.ts'
import { attachmentsOf } from './find-draft.ts'
import type { NewAttachment } from './internal.ts'
import type { DraftAttachmentRow, DraftRow, ThreadHeaders } from './tables.ts'
import { scheduleCopy } from './schedule-copy.ts'
import { toDraft } from './to-draft.ts'

type Writing = Pick<CommandContext<MailTables>, 'db' | 'actor' | 'now' | 'emit' | 'enqueue' | 'holdBlob'>

/** What a draft begins with beside its text. */
export interface Beginning {
  kind: string
  inReplyTo?: string | null
  threadHeaders?: ThreadHeaders | null
  conflictOf?: string
  /** Of a draft that was begun elsewhere, what lies on the server: the next copy takes its place. */
  copyId?: string
}

/** Inserts a draft with its files. */
export async function storeDraft(
  context: Writing,
  columns: DraftColumns,
  { kind, inReplyTo, threadHeaders, conflictOf, copyId }: Beginning,
  attachments: NewAttachment[] = [],
): Promise<Draft> {
  const { db, actor, emit, now } = context
  const row: DraftRow = {
    id: uuidv7(),
    owner_id: ownerOf(actor),
    kind,
    ...columns,
    in_reply_to: inReplyTo ?? null,
    thread_headers: threadHeaders ? JSON.stringify(threadHeaders) : null,
    conflict_of: conflictOf ?? null,
    outgoing_id: null,
    copy_id: copyId ?? null,
    copied_rev: copyId ? 1 : null,
    copy_run: 0,
    rev: 1,
    created_at: now(),
    updated_at: now(),
  }
  await db.insertInto('mail_draft').values(row).execute()
  const files: DraftAttachmentRow[] = []
  for (const attachment of attachments) files.push(await addFile(context, row, attachment))
  if (!copyId) await scheduleCopy(context, row)
  emit(draftChanged, { id: row.id })
  return toDraft(row, files)
}

/** Puts a file into a draft, which then holds its blob. */
export async function addFile(
  { db, holdBlob }: Writing,
  draft: DraftRow,
  { blob, filename, contentType, size, inline, contentId }: NewAttachment,
): Promise<DraftAttachmentRow> {
  const row: DraftAttachmentRow = {
    id: uuidv7(),
    owner_id: draft.owner_id,
    draft_id: draft.id,
    blob,
    filename,
    content_type: contentType,
    size,
    inline: inline ? 1 : 0,
    content_id: contentId,
  }
  await db.insertInto('mail_draft_attachment').values(row).execute()
  await holdBlob(blob, { kind: 'mail.draft-attachment', id: row.id })
  return row
}

/** Writes what changed of a draft as its next revision. */
export async function saveDraft(context: Writing, row: DraftRow, changes: Partial<DraftColumns>): Promise<Draft> {
  const { db, emit, now } = context
  const { id } = row
  const columns = { ...changes, rev: row.rev + 1, updated_at: now() }
  await db.updateTable('mail_draft').set(columns).where('id', '=', id).execute()
  await scheduleCopy(context, { ...row, ...columns })
  emit(draftChanged, { id })
  return toDraft({ ...row, ...columns }, await attachmentsOf(db, id))
}
