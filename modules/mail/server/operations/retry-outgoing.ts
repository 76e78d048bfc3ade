import { deliverJob, retryOutgoing } from '../../contract.ts'
import { command } from '../database.ts'
import { changeOutgoing } from '../sending/change-outgoing.ts'
import { findOutgoing, toOutgoing } from '../sending/find-outgoing.ts'

export default command(retryOutgoing, async (context, { id }) => {
  const { db, actor, enqueue, fail, now } = context
  const row = await findOutgoing(db, actor, id)
  if (!row) return fail('outgoing-not-found')
  const waits = row.state === 'held' || row.state === 'waiting' || row.state === 'unsure'
  if (!waits) return fail('nothing-to-retry')
  const changed = await changeOutgoing(context, row, { state: 'waiting', send_at: now(), problem: null })
  // A key of its own: a job of an earlier try may be queued for later, and then finds nothing to do.
  await enqueue(deliverJob, { id }, { key: `${id} ${row.attempts} now` })
  return toOutgoing(changed)
})
