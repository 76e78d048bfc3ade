import { captureUpdated, chooseItems } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-capture.ts'
import { toCapture } from '../to-capture.ts'

export default command(chooseItems, async (context, { id, chosen }) => {
  const { db, actor, emit, fail } = context
  const capture = await findChangeable(db, actor, id)
  if (!capture) return fail('capture-not-found')
  await db
    .updateTable('capture_item')
    .set({ chosen: Number(chosen) })
    .where('capture_id', '=', id)
    .where('accepted_at', 'is', null)
    .execute()
  emit(captureUpdated, { id })
  return toCapture(context, capture)
})
