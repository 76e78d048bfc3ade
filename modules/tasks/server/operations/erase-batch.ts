import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { dropFiles } from '../attachments/store.ts'
import { command, type TasksTables } from '../database.ts'
import { eraseBatch } from '../internal.ts'

/** Each table with the column that its rows are taken by. */
const TABLES = [
  ['tasks_task', 'id'],
  ['tasks_project', 'id'],
  ['tasks_label', 'id'],
  ['tasks_task_label', 'task_id'],
  ['tasks_assignee', 'task_id'],
  ['tasks_dependency', 'task_id'],
  ['tasks_change', 'change_id'],
  ['tasks_merge', 'id'],
  ['tasks_version', 'id'],
  ['tasks_occurrence', 'task_id'],
  ['tasks_reminder', 'id'],
  ['tasks_filter', 'id'],
  ['tasks_time_entry', 'id'],
  ['tasks_captured', 'item_id'],
  ['tasks_champs', 'task_id'],
  ['tasks_template', 'id'],
  ['tasks_agent', 'id'],
  ['tasks_delegation', 'id'],
  ['tasks_prp', 'task_id'],
  ['tasks_comment', 'id'],
  ['tasks_field', 'id'],
  ['tasks_field_value', 'task_id'],
] as const

export default command(eraseBatch, async (context, { limit }) => {
  const { db, actor } = context
  const files = await db.selectFrom('tasks_attachment').select(['id', 'blob']).limit(limit).execute()
  await dropFiles(context, files)
  let erased = files.length
  await db.deleteFrom('tasks_alarm').where('of_workspace', '=', actor.workspaceId).execute()
  await db.deleteFrom('tasks_feed').where('of_workspace', '=', actor.workspaceId).execute()
  for (const [table, column] of TABLES) erased += await eraseSome(db, table, column, limit)
  return { erased }
})

async function eraseSome(
  db: WriteDatabase<TasksTables>,
  table: keyof TasksTables,
  column: string,
  limit: number,
): Promise<number> {
  const loose = db as unknown as WriteDatabase<Record<string, Record<string, string>>>
  const rows = await loose.selectFrom(table).select(column).limit(limit).execute()
  if (rows.length === 0) return 0
  await loose
    .deleteFrom(table)
    .where(
      column,
      'in',
      rows.map((row) => row[column]!),
    )
    .execute()
  return rows.length
}
