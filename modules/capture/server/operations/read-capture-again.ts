import { captureUpdated, readCaptureAgain } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable, itemsOf } from '../find-capture.ts'
import { readCaptureJob } from '../internal.ts'
import { withItems } from '../to-capture.ts'

export default command(readCaptureAgain, async (context, { id, way }) => {
  const { db, actor, emit, enqueue, fail } = context
  const capture = await findChangeable(db, actor, id)
  // A plan has nothing to read: its pieces are what came back.
  if (!capture || capture.origin === 'plan') return fail('capture-not-found')
  const items = await itemsOf(db, id)
  if (items.some(({ accepted_at }) => accepted_at !== null)) return fail('already-accepted')

  const changes = { way, state: 'reading', reading: capture.reading + 1 } as const
  await db.updateTable('capture_capture').set(changes).where('id', '=', id).execute()
  await enqueue(readCaptureJob, { id, reading: changes.reading }, { key: `${id} ${changes.reading}` })
  emit(captureUpdated, { id })
  return withItems(context, { ...capture, ...changes }, items)
})
