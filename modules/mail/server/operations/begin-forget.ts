import { command } from '../database.ts'
import { beginForget, forgetConnectionJob } from '../sync/internal.ts'

export default command(beginForget, async ({ enqueue }, { connectionId }) => {
  return { job: await enqueue(forgetConnectionJob, { connectionId }, { key: connectionId }) }
})
