import { toInstant } from '#base/time.ts'
import type { CommandContext } from '#kernel/context.ts'
import { taskUpdated, type TaskAttachment } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { recordChange } from '../undo/record-change.ts'
import type { UndoContext } from '../undo/undo-task.ts'
import { deleteFilesJob } from './internal.ts'
import type { AttachmentRow } from './tables.ts'

/** Whom a blob is held for. */
export const holderOf = (id: string) => ({ kind: 'tasks.attachment', id })

type Dropping = Pick<CommandContext<TasksTables>, 'db' | 'enqueue' | 'releaseBlob'>

/** Takes files away for good; those that nobody else needs are deleted after the commit. */
export async function dropFiles(
  { db, enqueue, releaseBlob }: Dropping,
  rows: readonly Pick<AttachmentRow, 'id' | 'blob'>[],
): Promise<void> {
  const unneeded = new Set<string>()
  for (const { id, blob } of rows) {
    await db.deleteFrom('tasks_attachment').where('id', '=', id).execute()
    if (await releaseBlob(blob, holderOf(id))) unneeded.add(blob)
  }
  if (unneeded.size > 0) await enqueue(deleteFilesJob, { files: [...unneeded] })
}

/** Says whether a file is off its task, and keeps what was for an undo. */
export async function setRemoved(
  { db, emit, now }: Pick<UndoContext, 'db' | 'emit' | 'now'>,
  { id, task_id }: Pick<AttachmentRow, 'id' | 'task_id'>,
  removed: boolean,
): Promise<void> {
  const removed_at = removed ? now() : null
  await db.updateTable('tasks_attachment').set({ removed_at }).where('id', '=', id).execute()
  await recordChange(db, 'attachment', task_id, { id, removed: !removed }, { id, removed })
  emit(taskUpdated, { id: task_id })
}

interface Stored {
  id: string
  removed: boolean
}

/** Puts a file back, or takes it off again, where its bytes are still there. */
export async function undoAttachment(context: UndoContext, _taskId: string, before: Stored): Promise<boolean> {
  const row = await context.db.selectFrom('tasks_attachment').selectAll().where('id', '=', before.id).executeTakeFirst()
  if (!row || (row.removed_at !== null) === before.removed) return false
  await setRemoved(context, row, before.removed)
  return true
}

/** A row of files as the API shows it. */
export function toAttachment(row: AttachmentRow): TaskAttachment {
  return {
    id: row.id,
    taskId: row.task_id,
    filename: row.filename,
    contentType: row.content_type,
    size: row.size,
    addedBy: row.added_by,
    createdAt: toInstant(row.created_at),
  }
}
