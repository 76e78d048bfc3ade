import { captureUpdated, reopenCapture } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-capture.ts'
import { toCapture } from '../to-capture.ts'

export default command(reopenCapture, async ({ db, actor, emit, fail }, { id }) => {
  const capture = await findChangeable(db, actor, id)
  if (!capture) return fail('capture-not-found')
  if (capture.state !== 'closed') return toCapture(db, capture)
  await db.updateTable('capture_capture').set({ state: 'open' }).where('id', '=', id).execute()
  emit(captureUpdated, { id })
  return toCapture(db, { ...capture, state: 'open' })
})
