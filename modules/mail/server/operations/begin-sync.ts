import { syncJob } from '../../contract.ts'
import { command } from '../database.ts'
import { beginSync } from '../sync/internal.ts'

export default command(beginSync, async ({ enqueue }, { connectionId }) => {
  return { job: await enqueue(syncJob, { connectionId }, { key: connectionId }) }
})
