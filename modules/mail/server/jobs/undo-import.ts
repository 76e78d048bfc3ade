import { job } from '#kernel/handlers.ts'
import { undoImportJob } from '../../contract.ts'
import { eraseBatch, noteImport, readImport } from '../internal.ts'
import { throughFileGate } from '../store/file-gate.ts'

/** Messages erased a transaction: small enough that nobody waits long. */
const BATCH = 40

/** Erases what an import brought, in small steps. Stopped half-way, it goes on at the next start. */
export default job(undoImportJob, async ({ input, call, ask, delivered, ports, progress, signal }) => {
  const id = input.importId
  const { stored, uploadId } = await ask(readImport, { id })
  let erased = 0
  for (;;) {
    signal.throwIfAborted()
    const step = await throughFileGate(ports.blobs, async () => {
      const answer = await call(eraseBatch, { importId: id, limit: BATCH }, { bulk: true })
      // After the commit: a crash here leaves a file that nobody names, never a name without its file.
      for (const hash of answer.blobs) await ports.blobs.delete(hash)
      return answer
    })
    if (step.erased === 0) break
    erased += step.erased
    progress(erased, stored, 'messages')
  }
  await ports.uploads.delete(uploadId)
  await delivered()
  await call(noteImport, { id, state: 'undone' })
  return { erased }
})
