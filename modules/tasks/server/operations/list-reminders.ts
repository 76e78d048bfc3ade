import { rowBefore } from '#kernel/database/raw.ts'
import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listTaskReminders } from '../../contract.ts'
import { query } from '../database.ts'
import { toReminder } from '../reminders/to-reminder.ts'

export default query(listTaskReminders, async ({ db, actor }, { cursor, limit, taskId }) => {
  const after = readCursor(cursor, taskId === undefined ? ['number', 'string'] : ['string'])
  if (after instanceof Failure) return after

  let rows = db
    .selectFrom('tasks_reminder')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_reminder.task_id')
    .selectAll('tasks_reminder')
    .select('tasks_task.title')
    .where('tasks_reminder.person_id', '=', personOf(actor))
    .limit(limit + 1)
  if (taskId !== undefined) rows = rows.where('tasks_reminder.task_id', '=', taskId).orderBy('tasks_reminder.id')
  else {
    rows = rows
      .where('tasks_reminder.rings_at', 'is not', null)
      .orderBy('tasks_reminder.rings_at')
      .orderBy('tasks_reminder.id')
  }
  const order = taskId === undefined ? ['tasks_reminder.rings_at', 'tasks_reminder.id'] : ['tasks_reminder.id']
  if (after) rows = rows.where(rowBefore(order, after, 'asc'))
  return toPage(
    await rows.execute(),
    limit,
    (row) => toReminder(row, row.title),
    (row) => (taskId === undefined ? [row.rings_at!, row.id] : [row.id]),
  )
})
