import { captureUpdated } from '../../contract.ts'
import { command } from '../database.ts'
import { findCapture, itemsOf } from '../find-capture.ts'
import { noteAccepted } from '../internal.ts'

export default command(noteAccepted, async ({ db, actor, emit, now }, { id, items, accepted }) => {
  const capture = await findCapture(db, actor, id)
  if (!capture) return {}
  if (items.length > 0)
    await db
      .updateTable('capture_item')
      .set({ accepted_at: accepted ? now() : null })
      .where('capture_id', '=', id)
      .where('id', 'in', items)
      .execute()
  const all = await itemsOf(db, id)
  const done = all.filter(({ accepted_at }) => accepted_at !== null).length
  // Where all that was chosen is made, there is nothing more to look through; what is taken back is open again.
  const rest = all.some(({ chosen, accepted_at }) => chosen === 1 && accepted_at === null)
  const state = accepted ? (rest ? capture.state : 'closed') : 'open'
  await db.updateTable('capture_capture').set({ accepted: done, state }).where('id', '=', id).execute()
  emit(captureUpdated, { id })
  return {}
})
