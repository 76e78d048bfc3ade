import { toInstant } from '#base/time.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import { taskUpdated, type CustomField, type FieldValue, type Task } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { ownColumns } from '../own-columns.ts'
import { recordChange } from '../undo/record-change.ts'
import type { UndoContext } from '../undo/undo-task.ts'
import type { CustomFieldRow, FieldValueRow } from './tables.ts'
import { toValue } from './values.ts'

/** Fields that a workspace has at most; those that were put away count too. */
export const MOST_FIELDS = 200

/** One field. */
export async function findField(db: ReadDatabase<TasksTables>, id: string): Promise<CustomFieldRow | undefined> {
  const row = await db.selectFrom('tasks_field').selectAll().where('id', '=', id).executeTakeFirst()
  return row && ownColumns(row)
}

/** The fields of the workspace, the oldest first. */
export async function allFields(db: ReadDatabase<TasksTables>): Promise<CustomFieldRow[]> {
  return db.selectFrom('tasks_field').selectAll().orderBy('id').limit(MOST_FIELDS).execute()
}

/** The value of a task in a field. */
export async function findValue(
  db: ReadDatabase<TasksTables>,
  fieldId: string,
  taskId: string,
): Promise<FieldValueRow | null> {
  const row = await db
    .selectFrom('tasks_field_value')
    .selectAll()
    .where('field_id', '=', fieldId)
    .where('task_id', '=', taskId)
    .executeTakeFirst()
  return row ? ownColumns(row) : null
}

/** Stores a value as it is to be, null for none, and keeps what it was for an undo. */
export async function storeValue(
  db: WriteDatabase<TasksTables>,
  before: FieldValueRow | null,
  after: FieldValueRow | null,
): Promise<void> {
  const { field_id, task_id } = (after ?? before)!
  await db.deleteFrom('tasks_field_value').where('field_id', '=', field_id).where('task_id', '=', task_id).execute()
  if (after) await db.insertInto('tasks_field_value').values(after).execute()
  await recordChange(db, 'field-value', task_id, { row: before }, { row: after })
}

interface Stored {
  row: FieldValueRow | null
}

/** Puts a value back, unless it has changed since. */
export async function undoValue(
  { db, emit }: UndoContext,
  taskId: string,
  before: Stored,
  after: Stored,
): Promise<boolean> {
  const { field_id } = (after.row ?? before.row)!
  const current = await findValue(db, field_id, taskId)
  if (!isSame(current, after.row) || !(await findField(db, field_id))) return false
  await storeValue(db, current, before.row)
  emit(taskUpdated, { id: taskId })
  return true
}

function isSame(one: FieldValueRow | null, other: FieldValueRow | null): boolean {
  return (
    one?.text_value === other?.text_value &&
    one?.day_value === other?.day_value &&
    one?.number_value === other?.number_value
  )
}

/** Tasks with the values of their fields, by key. */
export async function addFields(db: ReadDatabase<TasksTables>, tasks: readonly Task[]): Promise<Task[]> {
  const ids = tasks.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('tasks_field_value')
    .innerJoin('tasks_field', 'tasks_field.id', 'tasks_field_value.field_id')
    .selectAll('tasks_field_value')
    .select(['tasks_field.key', 'tasks_field.kind'])
    .where('tasks_field_value.task_id', 'in', ids)
    .where('tasks_field.archived', '=', 0)
    .execute()
  const values = new Map<string, Record<string, FieldValue>>(ids.map((id) => [id, {}]))
  for (const row of rows) values.get(row.task_id)![row.key] = toValue(row.kind, row)
  return tasks.map((task) => ({ ...task, fields: values.get(task.id)! }))
}

/** A row of fields as the API shows it, with a task's value. */
export function toCustomField(row: CustomFieldRow, value: FieldValueRow | null): CustomField {
  return {
    id: row.id,
    rev: row.rev,
    name: row.name,
    key: row.key,
    kind: row.kind,
    choices: JSON.parse(row.choices) as string[],
    archived: row.archived === 1,
    createdAt: toInstant(row.created_at),
    value: value && toValue(row.kind, value),
  }
}
