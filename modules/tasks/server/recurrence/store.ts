import { uuidv7 } from '#base/ids.ts'
import { personOf, type Actor } from '#kernel/actor.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import { recordChange } from '../undo/record-change.ts'
import type { AlarmRow, OccurrenceRow } from './tables.ts'

// Named, so that a row can be stored again as it was read.
const OCCURRENCE = [
  'task_id',
  'series_id',
  'occurs_at',
  'start',
  'anchor',
  'excluded',
  'made',
  'passed',
  'made_from',
] as const

/** The date of its series that a task stands for. */
export function findOccurrence(db: ReadDatabase<TasksTables>, taskId: string): Promise<OccurrenceRow | undefined> {
  return db.selectFrom('tasks_occurrence').select(OCCURRENCE).where('task_id', '=', taskId).executeTakeFirst()
}

/** Stores which date a task stands for, so that a person's undo can put it back. */
export async function storeOccurrence(
  db: WriteDatabase<TasksTables>,
  before: OccurrenceRow | null,
  after: OccurrenceRow,
): Promise<void> {
  await db.deleteFrom('tasks_occurrence').where('task_id', '=', after.task_id).execute()
  await db.insertInto('tasks_occurrence').values(after).execute()
  if (before) await recordChange(db, 'occurrence', after.task_id, before, after)
}

/** Whether another task of a series is still to be done. */
export async function hasOpenTask(db: ReadDatabase<TasksTables>, seriesId: string, but: string): Promise<boolean> {
  const open = await db
    .selectFrom('tasks_occurrence')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_occurrence.task_id')
    .select('tasks_task.id')
    .where('tasks_occurrence.series_id', '=', seriesId)
    .where('tasks_task.id', '!=', but)
    .where('tasks_task.shelf', '=', 'open')
    .limit(1)
    .executeTakeFirst()
  return open !== undefined
}

/** Sets the one alarm of a task or a reminder. */
export async function setAlarm(
  db: WriteDatabase<TasksTables>,
  actor: Actor,
  alarm: Pick<AlarmRow, 'kind' | 'subject_id' | 'due_at'>,
): Promise<void> {
  await removeAlarm(db, alarm.subject_id)
  const row = { id: uuidv7(), of_workspace: actor.workspaceId, person_id: personOf(actor), ...alarm }
  await db.insertInto('tasks_alarm').values(row).execute()
}

export async function removeAlarm(db: WriteDatabase<TasksTables>, subjectId: string): Promise<void> {
  await db.deleteFrom('tasks_alarm').where('subject_id', '=', subjectId).execute()
}
