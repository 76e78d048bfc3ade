import { toInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { query } from '../database.ts'
import { findPast } from '../history/find-past.ts'
import { countedOf } from '../history/records.ts'
import { readWork } from '../internal.ts'

export default query(readWork, async ({ db, actor, fail }, { id }) => {
  const row = await findPast(db, personOf(actor), id)
  if (!row) return fail('session-not-found')
  const { taskId, leftOut, work } = countedOf(row)
  return {
    taskId: leftOut ? null : taskId,
    stretches: work.map(({ from, until }) => ({ startedAt: toInstant(from), endedAt: toInstant(until) })),
    runsSince: row.session.ended_at === null ? toInstant(row.session.started_at) : null,
  }
})
