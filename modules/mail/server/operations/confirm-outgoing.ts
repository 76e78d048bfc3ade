import { confirmOutgoing, deliverJob } from '../../contract.ts'
import { command } from '../database.ts'
import { changeOutgoing } from '../sending/change-outgoing.ts'
import { findOutgoing, toOutgoing } from '../sending/find-outgoing.ts'
import { finishDraft } from '../sending/finish-draft.ts'

export default command(confirmOutgoing, async (context, { id }) => {
  const { db, actor, enqueue, fail, now } = context
  const row = await findOutgoing(db, actor, id)
  if (!row) return fail('outgoing-not-found')
  if (row.state !== 'unsure') return fail('not-unsure')
  await finishDraft(context, row)
  const sent = { state: 'sent', draft_id: null, content: null, problem: null, sent_at: now() }
  const changed = await changeOutgoing(context, row, sent)
  // Its copy is stored by the job: a command reads no files.
  await enqueue(deliverJob, { id }, { key: `${id} kept` })
  return toOutgoing(changed)
})
