import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { learnJob, noteWork } from '../internal.ts'
import { findModel } from '../model/find-model.ts'

/** Several tasks are often done one after the other: they are learned from together. */
const WAIT = 5 * 60_000

export default command(noteWork, async ({ db, actor, enqueue, now }) => {
  const personId = personOf(actor)
  const model = await findModel(db, personId)
  if (!model?.forgotten_at) await enqueue(learnJob, {}, { key: personId, runAt: now() + WAIT })
  return {}
})
