import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { MODEL_VERSION } from '../estimates/pack.ts'
import { keepModel } from '../internal.ts'
import { findModel } from '../model/find-model.ts'

export default command(keepModel, async ({ db, actor, now }, { begunAt, tasks, backTest, estimator }) => {
  const personId = personOf(actor)
  const known = await findModel(db, personId)
  // Forgotten while it was learned: it stays forgotten.
  if (known?.forgotten_at != null) return { kept: false }
  if (known && known.learned_at > begunAt) return { kept: false }

  const model = { version: MODEL_VERSION, learned_at: now(), tasks, back_test: backTest, estimator, forgotten_at: null }
  if (known) await db.updateTable('insights_model').set(model).where('person_id', '=', personId).execute()
  else
    await db
      .insertInto('insights_model')
      .values({ person_id: personId, ...model })
      .execute()
  return { kept: true }
})
