import { fromInstant } from '#base/time.ts'
import { isZone, serverLocale, serverZone } from '#base/server-locale.ts'
import { captureCreated, createCapture } from '../../contract.ts'
import { command } from '../database.ts'
import { findCapture } from '../find-capture.ts'
import { readCaptureJob } from '../internal.ts'
import { insertCapture } from '../new-capture.ts'
import { toCapture, withItems } from '../to-capture.ts'

// Its words are stored before anything reads them: whatever becomes of the reading, they are there.
export default command(createCapture, async (context, { id, text, way, writtenAt, ...where }) => {
  const { actor, db, emit, enqueue, fail } = context
  const { zone = serverZone(), locale = serverLocale() } = where
  const known = id && (await findCapture(db, actor, id))
  if (known) return toCapture(context, known)
  if (!isZone(zone)) return fail('bad-zone')
  const capture = await insertCapture(context, {
    id,
    text,
    way,
    origin: 'dump',
    zone,
    locale,
    ...(writtenAt !== undefined && { writtenAt: fromInstant(writtenAt) }),
  })
  if (!capture) return fail('id-taken')
  await enqueue(
    readCaptureJob,
    { id: capture.id, reading: capture.reading },
    { key: `${capture.id} ${capture.reading}` },
  )
  emit(captureCreated, { id: capture.id })
  return withItems(context, capture, [])
})
