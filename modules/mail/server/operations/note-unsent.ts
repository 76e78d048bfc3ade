import { deliverJob } from '../../contract.ts'
import { command } from '../database.ts'
import { nextTry } from '../sending/backoff.ts'
import { changeOutgoing, giveBack } from '../sending/change-outgoing.ts'
import { findOutgoing } from '../sending/find-outgoing.ts'
import { noteUnsent } from '../sending/internal.ts'

export default command(noteUnsent, async (context, { id, attempt, outcome, problem, refused }) => {
  const { db, actor, enqueue, now } = context
  const row = await findOutgoing(db, actor, id)
  const open = row?.state === 'waiting' || row?.state === 'sending'
  // Taken back meanwhile, or another try has it.
  if (!row || !open || row.attempts !== attempt) return {}
  const noted = { problem: JSON.stringify(problem), refused: JSON.stringify(refused) }
  if (outcome === 'unsure') {
    await changeOutgoing(context, row, { ...noted, state: 'unsure' })
    return {}
  }
  const sendAt = outcome === 'later' ? nextTry(attempt, row.undo_until, now()) : null
  if (sendAt === null) {
    await giveBack(context, row, { ...noted, state: 'failed' })
    return {}
  }
  await changeOutgoing(context, row, { ...noted, state: 'waiting', send_at: sendAt })
  await enqueue(deliverJob, { id }, { key: `${id} ${attempt}`, runAt: sendAt })
  return {}
})
