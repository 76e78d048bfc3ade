import { personOf } from '#kernel/actor.ts'
import { toInstant } from '#base/time.ts'
import { getReminderRing } from '../../contract.ts'
import { query } from '../database.ts'

export default query(getReminderRing, async ({ db, actor, fail }, { id }) => {
  const rows = await db
    .selectFrom('tasks_reminder')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_reminder.task_id')
    .select(['tasks_reminder.task_id', 'tasks_reminder.rang_at', 'tasks_task.title'])
    .where('tasks_reminder.ring_id', '=', id)
    .where('tasks_reminder.person_id', '=', personOf(actor))
    .orderBy('tasks_reminder.id')
    .execute()
  if (rows.length === 0) return fail('reminder-not-found')
  return { items: rows.map(({ task_id, title, rang_at }) => ({ taskId: task_id, title, rangAt: toInstant(rang_at!) })) }
})
