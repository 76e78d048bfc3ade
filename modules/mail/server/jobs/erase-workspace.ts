import { job } from '#kernel/handlers.ts'
import { eraseWorkspaceBatch, eraseWorkspaceJob } from '../internal.ts'
import { eraseAllDrafts } from '../sending/erase-all-drafts.ts'
import { throughFileGate } from '../store/file-gate.ts'

/** Messages erased a transaction: small enough that nobody waits long. */
const BATCH = 40

/** Erases all mail of a workspace, in small steps. Stopped half-way, it goes on at the next start. */
export default job(eraseWorkspaceJob, async ({ call, ports, signal }) => {
  await eraseAllDrafts({ call, ports, signal }, true)
  for (;;) {
    signal.throwIfAborted()
    const erased = await throughFileGate(ports.blobs, async () => {
      const answer = await call(eraseWorkspaceBatch, { limit: BATCH }, { bulk: true })
      // After the commit: a crash here leaves a file that nobody names, never a name without its file.
      for (const hash of answer.blobs) await ports.blobs.delete(hash)
      return answer.erased
    })
    if (erased === 0) return {}
  }
})
