import { command } from '../database.ts'
import { changeOutgoing } from '../sending/change-outgoing.ts'
import { findOutgoing } from '../sending/find-outgoing.ts'
import { noteComposed } from '../sending/internal.ts'

export default command(noteComposed, async (context, { id, blob }) => {
  const row = await findOutgoing(context.db, context.actor, id)
  // Taken back, or erased, while its source was made.
  if (!row || row.content === null) return context.fail('outgoing-not-found')
  await changeOutgoing(context, row, { source: blob })
  await context.holdBlob(blob, { kind: 'mail.outgoing', id })
  return {}
})
