import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import { ownColumns } from '../own-columns.ts'
import { recordChange } from '../undo/record-change.ts'
import { OPEN } from './moves.ts'
import type { DelegationRow } from './tables.ts'

/** One delegation, as it is stored. */
export async function findDelegation(db: ReadDatabase<TasksTables>, id: string): Promise<DelegationRow | undefined> {
  const row = await db.selectFrom('tasks_delegation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && ownColumns(row)
}

/** What of a task is pending or in progress. */
export async function openOfTask(db: ReadDatabase<TasksTables>, taskId: string): Promise<DelegationRow[]> {
  const rows = await db
    .selectFrom('tasks_delegation')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('state', 'in', OPEN)
    .orderBy('id')
    .execute()
  return rows.map(ownColumns)
}

/** Stores a delegation as it is to be, null for none, and keeps what it was for an undo. */
export async function storeDelegation(
  db: WriteDatabase<TasksTables>,
  before: DelegationRow | null,
  after: DelegationRow | null,
): Promise<void> {
  const { id, task_id } = (after ?? before)!
  if (after === null) await db.deleteFrom('tasks_delegation').where('id', '=', id).execute()
  else if (before === null) await db.insertInto('tasks_delegation').values(after).execute()
  else await db.updateTable('tasks_delegation').set(after).where('id', '=', id).execute()
  await recordChange(db, 'delegation', task_id, { row: before }, { row: after })
}
