import { command } from '../database.ts'
import { changeOutgoing } from '../sending/change-outgoing.ts'
import { findOutgoing } from '../sending/find-outgoing.ts'
import { finishDraft } from '../sending/finish-draft.ts'
import { noteSent } from '../sending/internal.ts'

export default command(noteSent, async (context, { id, attempt, refused }) => {
  const { db, actor, fail, now } = context
  const row = await findOutgoing(db, actor, id)
  // An answer that comes after its try was given up for unsure is an answer all the same.
  const open = row?.state === 'sending' || row?.state === 'unsure'
  if (!row || !open || row.attempts !== attempt) return fail('already-taken')
  await finishDraft(context, row)
  await changeOutgoing(context, row, {
    state: 'sent',
    draft_id: null,
    content: null,
    problem: null,
    refused: JSON.stringify(refused),
    sent_at: now(),
  })
  return {}
})
