import { personOf } from '#kernel/actor.ts'
import { captureErased } from '../../contract.ts'
import { command } from '../database.ts'
import { eraseBatch } from '../internal.ts'

export default command(eraseBatch, async ({ db, actor, emit }, { everybody, limit }) => {
  const person = personOf(actor)
  let captures = db.selectFrom('capture_capture').select('id').limit(limit)
  let prompts = db.selectFrom('capture_prompt').select('id').limit(limit)
  if (!everybody) {
    captures = captures.where('person_id', '=', person)
    prompts = prompts.where('person_id', '=', person)
  }
  const captureIds = (await captures.execute()).map(({ id }) => id)
  const promptIds = (await prompts.execute()).map(({ id }) => id)
  if (captureIds.length > 0) {
    await db.deleteFrom('capture_item').where('capture_id', 'in', captureIds).execute()
    await db.deleteFrom('capture_capture').where('id', 'in', captureIds).execute()
  }
  if (promptIds.length > 0) await db.deleteFrom('capture_prompt').where('id', 'in', promptIds).execute()
  // Of a workspace that is gone, search forgets everything by itself.
  if (!everybody) for (const id of captureIds) emit(captureErased, { id })
  return { erased: captureIds.length + promptIds.length }
})
