import { fromInstant, toInstant, toInstantOrNull } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listWork, type Work } from '../../contract.ts'
import { query, type TaskRow } from '../database.ts'

export default query(listWork, async ({ db, actor }, { cursor, limit, since, timed }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after
  let rows = db
    .selectFrom('tasks_task')
    .select([...COLUMNS])
    .where('owner_id', '=', personOf(actor))
    .where('deleted_at', 'is', null)
  if (after) rows = rows.where('id', '>', String(after[0]))
  if (timed) rows = rows.where('status', '=', 'done').where('spent_minutes', '>', 0)
  if (since !== undefined) {
    const from = fromInstant(since)
    rows = rows.where((task) => task.or([task('created_at', '>=', from), task('completed_at', '>=', from)]))
  }
  const found = await rows
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return toPage(found, limit, toWork, ({ id }) => [id])
})

const COLUMNS = [
  'id',
  'title',
  'status',
  'project_id',
  'labels',
  'estimate_min',
  'estimate_max',
  'spent_minutes',
  'created_at',
  'completed_at',
] as const

function toWork(row: Pick<TaskRow, (typeof COLUMNS)[number]>): Work {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    projectId: row.project_id,
    labels: JSON.parse(row.labels) as string[],
    estimateMin: row.estimate_min,
    estimateMax: row.estimate_max,
    spentMinutes: row.spent_minutes,
    createdAt: toInstant(row.created_at),
    completedAt: toInstantOrNull(row.completed_at),
  }
}
