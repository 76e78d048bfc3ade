import { fromInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { noteFocusTime, timeChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findTask } from '../find-task.ts'
import { endTimer } from '../time/end-timer.ts'
import { addEntry, runningTimer } from '../time/entries.ts'
import { followTime } from '../time/follow-time.ts'
import type { TimeEntryRow } from '../time/tables.ts'

export default command(noteFocusTime, async (context, { sessionId, taskId, stretches, begunAt }) => {
  const { db, actor, emit } = context
  const personId = personOf(actor)
  const wanted = taskId !== null && (await findTask(db, taskId)) ? taskId : null
  const kept = await db
    .selectFrom('tasks_time_entry')
    .selectAll()
    .where('source_id', '=', sessionId)
    .where('person_id', '=', personId)
    .execute()

  const spans = wanted === null ? [] : stretches.map((stretch) => spanOf(wanted, stretch))
  const keys = new Set(spans.map(keyOf))
  for (const entry of kept) {
    if (keys.has(keyOf(entry))) continue
    await followTime(context, entry.task_id, () =>
      db.deleteFrom('tasks_time_entry').where('id', '=', entry.id).execute(),
    )
    emit(timeChanged, { id: entry.id, taskId: entry.task_id })
  }
  const known = new Set(kept.map(keyOf))
  for (const span of spans) {
    if (known.has(keyOf(span))) continue
    await addEntry(context, { ...span, person_id: personId, source: 'focus', source_id: sessionId, note: '' })
  }

  // One clock a person: who begins to focus has left what the timer ran on.
  const begun = begunAt === null ? -Infinity : fromInstant(begunAt)
  const timer = await runningTimer(db, personId)
  if (timer && timer.started_at < begun) await endTimer(context, timer, begun)
  return {}
})

type Span = Pick<TimeEntryRow, 'task_id' | 'started_at' | 'ended_at'>

function spanOf(taskId: string, { startedAt, endedAt }: { startedAt: string; endedAt: string }): Span {
  return { task_id: taskId, started_at: fromInstant(startedAt), ended_at: fromInstant(endedAt) }
}

const keyOf = ({ task_id, started_at, ended_at }: Span) => `${task_id} ${started_at} ${ended_at}`
