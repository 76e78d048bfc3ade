import { job } from '#kernel/handlers.ts'
import { eraseBatch, eraseWorkspaceJob } from '../internal.ts'

/** Documents a transaction, as many as the index takes in at a time. */
const BATCH = 40

/** Begins when the index has followed all that happened in the workspace, so that nothing comes after. */
export default job(eraseWorkspaceJob, async ({ call, delivered, signal }) => {
  await delivered()
  for (;;) {
    signal.throwIfAborted()
    const { erased } = await call(eraseBatch, { limit: BATCH }, { bulk: true })
    if (erased === 0) return {}
  }
})
