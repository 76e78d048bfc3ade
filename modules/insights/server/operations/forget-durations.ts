import { personOf } from '#kernel/actor.ts'
import { forgetDurations } from '../../contract.ts'
import { command } from '../database.ts'
import { findModel } from '../model/find-model.ts'

export default command(forgetDurations, async ({ db, actor, now }) => {
  const personId = personOf(actor)
  const known = await findModel(db, personId)
  const nothing = { version: 0, learned_at: 0, tasks: 0, back_test: null, estimator: null, forgotten_at: now() }
  if (known) await db.updateTable('insights_model').set(nothing).where('person_id', '=', personId).execute()
  else
    await db
      .insertInto('insights_model')
      .values({ person_id: personId, ...nothing })
      .execute()
  return { forgotten: known?.estimator != null }
})
