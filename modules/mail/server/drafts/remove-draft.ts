import type { CommandContext } from '#kernel/context.ts'
import type { MailTables } from '../database.ts'
import { attachmentsOf } from './find-draft.ts'
import { deleteFilesJob } from '../internal.ts'
import { releaseCopy, type Releasing } from './release-copy.ts'
import type { DraftAttachmentRow, DraftRow } from './tables.ts'

type Removing = Pick<CommandContext<MailTables>, 'db' | 'releaseBlob' | 'enqueue'>

/** Removes a draft with its files, and its copy from its server. */
export async function removeDraft(
  context: Releasing,
  { id, copy_id }: Pick<DraftRow, 'id' | 'copy_id'>,
): Promise<void> {
  const files = await attachmentsOf(context.db, id)
  await context.db.deleteFrom('mail_draft').where('id', '=', id).execute()
  await removeFiles(context, files)
  if (copy_id !== null) await releaseCopy(context, copy_id)
}

/** Takes files out of their drafts; those that nobody else needs are deleted after the commit. */
export async function removeFiles({ db, releaseBlob, enqueue }: Removing, files: DraftAttachmentRow[]): Promise<void> {
  const unneeded = new Set<string>()
  for (const { id, blob } of files) {
    await db.deleteFrom('mail_draft_attachment').where('id', '=', id).execute()
    if (await releaseBlob(blob, { kind: 'mail.draft-attachment', id })) unneeded.add(blob)
  }
  if (unneeded.size > 0) await enqueue(deleteFilesJob, { files: [...unneeded] })
}
