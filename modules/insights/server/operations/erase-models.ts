import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { eraseModels } from '../internal.ts'

export default command(eraseModels, async ({ db, actor }, { everybody }) => {
  const all = db.deleteFrom('insights_model')
  await (everybody ? all : all.where('person_id', '=', personOf(actor))).execute()
  return {}
})
