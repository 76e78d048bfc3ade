import type { CommandContext } from '#kernel/context.ts'
import type { MailTables } from '../database.ts'
import { attachmentsOf } from './find-draft.ts'
import { deleteFilesJob } from '../internal.ts'
import type { DraftAttachmentRow } from './tables.ts'

type Removing = Pick<CommandContext<MailTables>, 'db' | 'releaseBlob' | 'enqueue'>

/** Removes a draft with its files. */
export async function removeDraft(context: Removing, id: string): Promise<void> {
  const files = await attachmentsOf(context.db, id)
  await context.db.deleteFrom('mail_draft').where('id', '=', id).execute()
  await removeFiles(context, files)
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
