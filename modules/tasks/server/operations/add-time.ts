import { fromInstant } from '#base/time.ts'
import { addTime } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { addEntry } from '../time/entries.ts'
import { toTimeEntry } from '../time/to-time-entry.ts'

export default command(addTime, async (context, { taskId, minutes, startedAt, note }) => {
  const { db, actor, fail, now } = context
  const task = await findChangeable(db, taskId)
  if (!task) return fail('task-not-found')
  const length = minutes * 60_000
  const from = startedAt === undefined ? now() - length : fromInstant(startedAt)
  if (from + length > now()) return fail('bad-span')

  const entry = await addEntry(context, {
    task_id: taskId,
    person_id: actor.id,
    started_at: from,
    ended_at: from + length,
    source: 'manual',
    source_id: null,
    note,
  })
  return toTimeEntry(entry, task.title, now())
})
