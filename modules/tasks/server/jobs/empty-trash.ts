import { job } from '#kernel/handlers.ts'
import { emptyTrash, emptyTrashBatch } from '../internal.ts'

/** Tasks erased a transaction: small enough that nobody waits long. */
const BATCH = 100

export default job(emptyTrash, async ({ call, progress }) => {
  let erased = 0
  for (;;) {
    const batch = await call(emptyTrashBatch, { limit: BATCH }, { bulk: true })
    erased += batch.erased
    progress(erased, null, 'tasks')
    if (batch.erased === 0) return { erased }
  }
})
