import { personOf } from '#kernel/actor.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listTime } from '../../contract.ts'
import { query } from '../database.ts'
import { toTimeEntry } from '../time/to-time-entry.ts'

export default query(listTime, async ({ db, actor, now }, { taskId, cursor, limit }) => {
  const after = readCursor(cursor, ['number', 'string'])
  if (after instanceof Failure) return after
  let rows = db
    .selectFrom('tasks_time_entry as entry')
    .leftJoin('tasks_task as task', 'task.id', 'entry.task_id')
    .selectAll('entry')
    .select('task.title')
    .where('entry.person_id', '=', personOf(actor))
  if (taskId !== undefined) rows = rows.where('entry.task_id', '=', taskId)
  if (after) rows = rows.where(rowBefore(['entry.started_at', 'entry.id'], after, 'desc'))
  const found = await rows
    .orderBy('entry.started_at', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
    .execute()
  const at = now()
  return toPage(
    found,
    limit,
    (row) => toTimeEntry(row, row.title, at),
    (row) => [row.started_at, row.id],
  )
})
