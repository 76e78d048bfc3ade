import { detachFromTask } from '../../contract.ts'
import { forgetFilesJob } from '../attachments/internal.ts'
import { setRemoved } from '../attachments/store.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { changeOf } from '../undo/record-change.ts'

const DAY = 86_400_000

export default command(detachFromTask, async (context, { id }) => {
  const { db, changed, enqueue, fail, now } = context
  const row = await db
    .selectFrom('tasks_attachment')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row || !(await findChangeable(db, row.task_id))) return fail('attachment-not-found')

  await setRemoved(context, row, true)
  // One job for all that is taken off on a day.
  const day = Math.floor(now() / DAY)
  await enqueue(forgetFilesJob, {}, { key: `day:${day}`, runAt: (day + 2) * DAY })
  changed({ id, taskId: row.task_id }, null)
  return { changeId: changeOf(db) }
})
