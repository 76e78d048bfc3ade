import { command } from '../database.ts'
import { eraseMailbox, eraseMailboxJob } from '../internal.ts'
import { ownerOf } from '../policy.ts'

export default command(eraseMailbox, async ({ actor, enqueue }) => {
  const ownerId = ownerOf(actor)
  return { job: await enqueue(eraseMailboxJob, { ownerId }, { key: ownerId }) }
})
