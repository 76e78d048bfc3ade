import { toInstant } from '#base/time.ts'
import { captureDeleted, deleteCapture } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-capture.ts'

export default command(deleteCapture, async ({ db, actor, emit, fail, now }, { id }) => {
  if (!(await findChangeable(db, actor, id))) return fail('capture-not-found')
  await db.updateTable('capture_capture').set({ deleted_at: now() }).where('id', '=', id).execute()
  emit(captureDeleted, { id })
  return { id, deletedAt: toInstant(now()) }
})
