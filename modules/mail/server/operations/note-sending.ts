import { command } from '../database.ts'
import { changeOutgoing } from '../sending/change-outgoing.ts'
import { findOutgoing } from '../sending/find-outgoing.ts'
import { noteSending } from '../sending/internal.ts'

export default command(noteSending, async (context, { id, attempt }) => {
  const row = await findOutgoing(context.db, context.actor, id)
  if (row?.state !== 'waiting' || row.attempts !== attempt) return context.fail('already-taken')
  await changeOutgoing(context, row, { state: 'sending' })
  return {}
})
