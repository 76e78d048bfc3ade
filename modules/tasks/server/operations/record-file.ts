import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { ATTACHMENT_LIMITS, taskUpdated } from '../../contract.ts'
import { recordFile } from '../attachments/internal.ts'
import { holderOf, toAttachment } from '../attachments/store.ts'
import type { AttachmentRow } from '../attachments/tables.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'

export default command(recordFile, async ({ db, actor, emit, fail, holdBlob, now }, input) => {
  const { taskId, blob, filename, contentType, size } = input
  if (!(await findChangeable(db, taskId))) return fail('task-not-found')
  const there = await db
    .selectFrom('tasks_attachment')
    .select('id')
    .where('task_id', '=', taskId)
    .limit(ATTACHMENT_LIMITS.files)
    .execute()
  if (there.length >= ATTACHMENT_LIMITS.files) return fail('too-many-files')

  const row: AttachmentRow = {
    id: uuidv7(),
    task_id: taskId,
    blob,
    filename,
    content_type: contentType,
    size,
    added_by: personOf(actor),
    created_at: now(),
    removed_at: null,
  }
  await db.insertInto('tasks_attachment').values(row).execute()
  await holdBlob(blob, holderOf(row.id))
  emit(taskUpdated, { id: taskId })
  return toAttachment(row)
})
