import { setImmediate } from 'node:timers/promises'
import { fromInstant } from '#base/time.ts'
import { FailureError } from '#kernel/failure.ts'
import { job } from '#kernel/handlers.ts'
import { getCapture } from '../../contract.ts'
import { keepReading, readCaptureJob } from '../internal.ts'
import { readInSteps } from '../reading/read-dump.ts'
import { readWithModel } from '../reading/read-with-model.ts'
import type { Dump, Reading } from '../reading/reading.ts'

/** Reads a capture by the model that is set up, and by rules where there is none or it gives no answer. */
export default job(readCaptureJob, async ({ input, ask, call, log, ports, signal }) => {
  const capture = await ask(getCapture, { id: input.id }).catch((cause: unknown) => {
    // Erased while it waited: there is nothing to read.
    if (cause instanceof FailureError) return null
    throw cause
  })
  if (!capture || capture.state !== 'reading') return { kept: false }
  const dump: Dump = { ...capture, writtenAt: fromInstant(capture.createdAt) }
  const read = await readWithModel(ports.models, dump, signal).catch((cause: unknown) => {
    signal.throwIfAborted()
    log.warn({ error: String(cause) }, 'capture.model-failed')
    return null
  })
  const { readBy, pieces, questions } = read ?? (await readByRules(dump, signal))
  return call(keepReading, { ...input, readBy, pieces, questions })
})

/** Others have their turn after each line. */
async function readByRules(dump: Dump, signal: AbortSignal): Promise<Reading> {
  const steps = readInSteps(dump)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await setImmediate()
    signal.throwIfAborted()
  }
}
