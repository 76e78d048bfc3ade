import { listTaskAttachments } from '../../contract.ts'
import { toAttachment } from '../attachments/store.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'

export default query(listTaskAttachments, async ({ db, fail }, { taskId }) => {
  if (!(await findTask(db, taskId))) return fail('task-not-found')
  const rows = await db
    .selectFrom('tasks_attachment')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return { items: rows.map(toAttachment) }
})
