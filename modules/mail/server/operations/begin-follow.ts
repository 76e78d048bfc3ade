import { command } from '../database.ts'
import { beginFollow, followJob } from '../sync/internal.ts'

export default command(beginFollow, async ({ enqueue }, { connectionId }) => {
  return { job: await enqueue(followJob, { connectionId }, { key: connectionId }) }
})
