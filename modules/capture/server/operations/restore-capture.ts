import { captureRestored, restoreCapture } from '../../contract.ts'
import { command } from '../database.ts'
import { findCapture } from '../find-capture.ts'
import { toCapture } from '../to-capture.ts'

export default command(restoreCapture, async (context, { id }) => {
  const { db, actor, emit, fail } = context
  const capture = await findCapture(db, actor, id)
  if (!capture) return fail('capture-not-found')
  if (capture.deleted_at === null) return toCapture(context, capture)
  await db.updateTable('capture_capture').set({ deleted_at: null }).where('id', '=', id).execute()
  emit(captureRestored, { id })
  return toCapture(context, { ...capture, deleted_at: null })
})
