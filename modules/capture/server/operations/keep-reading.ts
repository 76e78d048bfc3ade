import { captureRead } from '../../contract.ts'
import { command } from '../database.ts'
import { findCapture } from '../find-capture.ts'
import { keepReading } from '../internal.ts'
import { keepPieces } from '../keep-pieces.ts'

export default command(keepReading, async ({ db, actor, emit }, { id, reading, ...read }) => {
  const capture = await findCapture(db, actor, id)
  if (!capture || capture.state !== 'reading' || capture.reading !== reading) return { kept: false }
  await keepPieces(db, capture, read)
  emit(captureRead, { id })
  return { kept: true }
})
