import { captureUpdated, closeCapture } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-capture.ts'
import { toCapture } from '../to-capture.ts'

export default command(closeCapture, async (context, { id }) => {
  const { db, actor, emit, fail } = context
  const capture = await findChangeable(db, actor, id)
  if (!capture) return fail('capture-not-found')
  await db.updateTable('capture_capture').set({ state: 'closed' }).where('id', '=', id).execute()
  emit(captureUpdated, { id })
  return toCapture(context, { ...capture, state: 'closed' })
})
