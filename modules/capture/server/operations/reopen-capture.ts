import { captureUpdated, reopenCapture } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-capture.ts'
import { toCapture } from '../to-capture.ts'

export default command(reopenCapture, async (context, { id }) => {
  const { db, actor, emit, fail } = context
  const capture = await findChangeable(db, actor, id)
  if (!capture) return fail('capture-not-found')
  if (capture.state !== 'closed') return toCapture(context, capture)
  await db.updateTable('capture_capture').set({ state: 'open' }).where('id', '=', id).execute()
  emit(captureUpdated, { id })
  return toCapture(context, { ...capture, state: 'open' })
})
