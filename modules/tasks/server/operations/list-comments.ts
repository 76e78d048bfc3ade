import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listComments } from '../../contract.ts'
import { toComment } from '../comments/store.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'

export default query(listComments, async ({ db, fail }, { taskId, cursor, limit }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after
  const task = await findTask(db, taskId)
  if (!task) return fail('task-not-found')
  let rows = db
    .selectFrom('tasks_comment')
    .selectAll()
    .where('task_id', '=', taskId)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) rows = rows.where('id', '<', String(after[0]))
  return toPage(
    await rows.execute(),
    limit,
    (row) => toComment(row, task.title),
    ({ id }) => [id],
  )
})
