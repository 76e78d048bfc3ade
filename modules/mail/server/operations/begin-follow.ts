import { command } from '../database.ts'
import { beginFollow, followJob } from '../sync/internal.ts'

export default command(beginFollow, async ({ enqueue }, { connectionId }) => {
  // Without a key: one that runs may have read how the account stood before.
  return { job: await enqueue(followJob, { connectionId }) }
})
