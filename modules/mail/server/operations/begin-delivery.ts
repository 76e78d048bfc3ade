import { command } from '../database.ts'
import { changeOutgoing } from '../sending/change-outgoing.ts'
import { findOutgoing } from '../sending/find-outgoing.ts'
import { beginDelivery } from '../sending/internal.ts'
import { MAYBE_SENT } from '../sending/problems.ts'

export default command(beginDelivery, async (context, { id, jobId }) => {
  const { db, actor, now } = context
  const row = await findOutgoing(db, actor, id)
  if (!row) return { step: 'rest' as const, row: null }
  if (row.state === 'sent') return { step: row.sent_copy === null ? ('keep' as const) : ('rest' as const), row }
  if (row.state === 'sending' && row.job_id === jobId) {
    // This job died between the first byte and our note of the answer: nobody knows, so a person decides.
    await changeOutgoing(context, row, { state: 'unsure', problem: JSON.stringify(MAYBE_SENT) })
    return { step: 'rest' as const, row: null }
  }
  const isDue = (row.state === 'held' || row.state === 'waiting') && row.send_at <= now()
  if (!isDue) return { step: 'rest' as const, row: null }

  const taken = { attempts: row.attempts + 1, job_id: jobId, ...(row.state === 'held' && { state: 'waiting' }) }
  return { step: 'send' as const, row: await changeOutgoing(context, row, taken) }
})
