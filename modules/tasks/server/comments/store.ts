import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import { commentChanged, type TaskComment } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { ownColumns } from '../own-columns.ts'
import { recordChange } from '../undo/record-change.ts'
import type { UndoContext } from '../undo/undo-task.ts'
import type { CommentRow } from './tables.ts'

type ShownRow = CommentRow & { title: string }

/** Comments with the titles of their tasks; those of tasks in the trash are not shown. */
export function shownComments(db: ReadDatabase<TasksTables>) {
  return db
    .selectFrom('tasks_comment')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_comment.task_id')
    .selectAll('tasks_comment')
    .select('tasks_task.title')
    .where('tasks_task.deleted_at', 'is', null)
}

/** One comment with the title of its task. */
export async function findComment(db: ReadDatabase<TasksTables>, id: string): Promise<ShownRow | undefined> {
  const row = await shownComments(db).where('tasks_comment.id', '=', id).executeTakeFirst()
  return row && ownColumns(row)
}

/** Stores a comment as it is to be, null for none, and keeps what it was for an undo. */
export async function storeComment(
  db: WriteDatabase<TasksTables>,
  before: CommentRow | null,
  after: CommentRow | null,
): Promise<void> {
  const { id, task_id } = (after ?? before)!
  if (after === null) await db.deleteFrom('tasks_comment').where('id', '=', id).execute()
  else if (before === null) await db.insertInto('tasks_comment').values(after).execute()
  else await db.updateTable('tasks_comment').set(after).where('id', '=', id).execute()
  await recordChange(db, 'comment', task_id, { row: before }, { row: after })
}

interface Stored {
  row: CommentRow | null
}

/** Puts a comment back to what it was, unless it has been edited since. */
export async function undoComment(
  { db, emit }: UndoContext,
  taskId: string,
  before: Stored,
  after: Stored,
): Promise<boolean> {
  const { id } = (after.row ?? before.row)!
  const found = await db.selectFrom('tasks_comment').selectAll().where('id', '=', id).executeTakeFirst()
  const current = found ? ownColumns(found) : null
  if (current?.rev !== after.row?.rev) return false
  await storeComment(db, current, before.row && { ...before.row, rev: (current?.rev ?? before.row.rev) + 1 })
  emit(commentChanged, { id, taskId })
  return true
}

/** A row of comments as the API shows it. */
export function toComment(row: CommentRow, taskTitle: string): TaskComment {
  return {
    id: row.id,
    rev: row.rev,
    taskId: row.task_id,
    taskTitle,
    authorId: row.author_id,
    body: row.body,
    mentions: JSON.parse(row.mentions) as string[],
    createdAt: toInstant(row.created_at),
    editedAt: toInstantOrNull(row.edited_at),
  }
}

/** The row of a comment without what it shows of its task. */
export function rowOf({ title: _title, ...row }: ShownRow): CommentRow {
  return row
}
