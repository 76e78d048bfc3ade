import { isZone, serverLocale, serverZone } from '#base/server-locale.ts'
import { captureCreated, createCapture } from '../../contract.ts'
import { command } from '../database.ts'
import { readCaptureJob } from '../internal.ts'
import { insertCapture } from '../new-capture.ts'
import { withItems } from '../to-capture.ts'

// Its words are stored before anything reads them: whatever becomes of the reading, they are there.
export default command(createCapture, async (context, { text, way, zone = serverZone(), locale = serverLocale() }) => {
  const { emit, enqueue, fail } = context
  if (!isZone(zone)) return fail('bad-zone')
  const capture = await insertCapture(context, { text, way, origin: 'dump', zone, locale })
  await enqueue(
    readCaptureJob,
    { id: capture.id, reading: capture.reading },
    { key: `${capture.id} ${capture.reading}` },
  )
  emit(captureCreated, { id: capture.id })
  return withItems(context, capture, [])
})
