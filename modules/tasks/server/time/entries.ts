import { uuidv7 } from '#base/ids.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { timeChanged } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { recordChange } from '../undo/record-change.ts'
import { followTime, type TimeContext } from './follow-time.ts'
import type { TimeEntryRow } from './tables.ts'

/** The running timer of a person. */
export function runningTimer(db: ReadDatabase<TasksTables>, personId: string): Promise<TimeEntryRow | undefined> {
  return db
    .selectFrom('tasks_time_entry')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** An entry of a person. */
export function findEntry(
  db: ReadDatabase<TasksTables>,
  personId: string,
  id: string,
): Promise<TimeEntryRow | undefined> {
  return db
    .selectFrom('tasks_time_entry')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** Makes an entry; its task follows. */
export async function addEntry(
  context: TimeContext,
  entry: Omit<TimeEntryRow, 'id' | 'created_at'>,
): Promise<TimeEntryRow> {
  const row = { ...entry, id: uuidv7(), created_at: context.now() }
  await putEntry(context, row.id, undefined, row)
  return row
}

/** Puts an entry in the place of what there was of it; undefined is nothing. What it was is kept for the undo. */
export async function putEntry(
  context: TimeContext,
  id: string,
  before: TimeEntryRow | undefined,
  after: TimeEntryRow | undefined,
): Promise<void> {
  const { db, emit } = context
  const taskId = (after ?? before)!.task_id
  const columns = after && toColumns(after)
  await followTime(context, taskId, async () => {
    if (before && columns) await db.updateTable('tasks_time_entry').set(columns).where('id', '=', id).execute()
    else if (columns) await db.insertInto('tasks_time_entry').values(columns).execute()
    else await db.deleteFrom('tasks_time_entry').where('id', '=', id).execute()
  })
  await recordChange(db, 'time', id, before ? toColumns(before) : null, columns ?? null)
  emit(timeChanged, { id, taskId })
}

/** What is stored of an entry; the workspace is the kernel's to set. */
function toColumns(row: TimeEntryRow): TimeEntryRow {
  const { id, task_id, person_id, started_at, ended_at, source, source_id, note, created_at } = row
  return { id, task_id, person_id, started_at, ended_at, source, source_id, note, created_at }
}
