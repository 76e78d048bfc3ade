import { readFile } from '../attachments/internal.ts'
import { query } from '../database.ts'

export default query(readFile, async ({ db, fail }, { id }) => {
  const row = await db
    .selectFrom('tasks_attachment')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_attachment.task_id')
    .select(['tasks_attachment.task_id as taskId', 'tasks_attachment.blob', 'tasks_attachment.filename'])
    .where('tasks_attachment.id', '=', id)
    .where('tasks_attachment.removed_at', 'is', null)
    .executeTakeFirst()
  return row ?? fail('attachment-not-found')
})
