import { personOf } from '#kernel/actor.ts'
import { learnDurations } from '../../contract.ts'
import { command } from '../database.ts'
import { learnJob } from '../internal.ts'

export default command(learnDurations, async ({ db, actor, enqueue }) => {
  const personId = personOf(actor)
  await db.updateTable('insights_model').set({ forgotten_at: null }).where('person_id', '=', personId).execute()
  // A key of its own: the job that waits for the next tasks does not hold this one up.
  return { job: await enqueue(learnJob, {}, { key: `${personId} now` }) }
})
