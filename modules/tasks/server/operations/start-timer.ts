import { fromInstant } from '#base/time.ts'
import { startTimer } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { endTimer } from '../time/end-timer.ts'
import { addEntry, runningTimer } from '../time/entries.ts'
import { toTimeEntry } from '../time/to-time-entry.ts'

export default command(startTimer, async (context, { taskId, previousEndedAt }) => {
  const { db, actor, fail, now } = context
  const task = await findChangeable(db, taskId)
  if (!task) return fail('task-not-found')

  const running = await runningTimer(db, actor.id)
  // Starting what already runs changes nothing, unless a part of it is left out.
  if (running?.task_id === taskId && previousEndedAt === undefined) return toTimeEntry(running, task.title, now())
  if (running) {
    const endedAt = previousEndedAt === undefined ? now() : fromInstant(previousEndedAt)
    if (!(await endTimer(context, running, endedAt))) return fail('bad-span')
  }
  const entry = await addEntry(context, {
    task_id: taskId,
    person_id: actor.id,
    started_at: now(),
    ended_at: null,
    source: 'timer',
    source_id: null,
    note: '',
  })
  return toTimeEntry(entry, task.title, now())
})
