import { job } from '#kernel/handlers.ts'
import { forgetFiles, forgetFilesJob } from '../attachments/internal.ts'

/** Files a transaction: small enough that nobody waits long. */
const BATCH = 100

export default job(forgetFilesJob, async ({ call }) => {
  while ((await call(forgetFiles, { limit: BATCH }, { bulk: true })).more);
})
