import { randomUUID } from 'node:crypto'
import { uuidv7 } from '#base/ids.ts'
import { deliverJob, draftChanged, outgoingChanged, sendDraft, undoSeconds } from '../../contract.ts'
import { command } from '../database.ts'
import { attachmentsOf, findDraft } from '../drafts/find-draft.ts'
import type { OutgoingRow, Recipients } from '../drafts/tables.ts'
import { recipientProblem } from '../sending/check-recipients.ts'
import { toOutgoing } from '../sending/find-outgoing.ts'
import { freeze } from '../sending/freeze.ts'
import { toAsciiDomain } from '../sending/international.ts'
import { appendsTo, resolveSender } from '../sending/resolve-sender.ts'

const LONGEST_WAIT = 2 * 366 * 86_400_000

export default command(sendDraft, async (context, { draftId, rev, at }) => {
  const { db, actor, emit, enqueue, fail, now, setting } = context
  const draft = await findDraft(db, actor, draftId)
  if (!draft) return fail('draft-not-found')
  if (rev !== undefined && rev !== draft.rev) return fail('stale-revision')
  if (draft.outgoing_id !== null) return fail('already-sending')
  const recipients = JSON.parse(draft.recipients) as Recipients
  const problem = recipientProblem(recipients)
  if (problem) return fail(problem.code, problem.errors && { errors: problem.errors })
  const due = at === undefined ? null : Date.parse(at)
  if (due !== null && due <= now()) return fail('too-late')
  if (due !== null && due > now() + LONGEST_WAIT) return fail('too-far')
  const sender = await resolveSender(context, draft)
  if (!sender) return fail('no-sender')
  if (sender.connection.state === 'paused') return fail('account-paused')

  const id = uuidv7()
  const sendAt = due ?? now() + (await setting(undoSeconds)) * 1000
  const row: OutgoingRow = {
    id,
    owner_id: draft.owner_id,
    state: 'held',
    draft_id: draftId,
    connection_id: sender.connection.id,
    envelope: JSON.stringify({ from: sender.from, ...recipients }),
    subject: draft.subject,
    // The domain is the sender's: that of this machine is nobody's business.
    message_id: `${randomUUID()}@${domainOf(sender.from.address)}`,
    content: JSON.stringify(freeze(draft, await attachmentsOf(db, draftId), sender.replyTo, due ?? now())),
    source: null,
    send_at: sendAt,
    undo_until: sendAt,
    attempts: 0,
    job_id: null,
    appends: appendsTo(sender.connection) ? 1 : 0,
    problem: null,
    refused: '[]',
    sent_copy: null,
    created_at: now(),
    sent_at: null,
  }
  await db.insertInto('mail_outgoing').values(row).execute()
  await db.updateTable('mail_draft').set({ outgoing_id: id }).where('id', '=', draftId).execute()
  await enqueue(deliverJob, { id }, { key: `${id} 0`, runAt: sendAt })
  emit(outgoingChanged, { id, state: 'held' })
  emit(draftChanged, { id: draftId })
  return toOutgoing(row)
})

const domainOf = (address: string) => toAsciiDomain(address.slice(address.lastIndexOf('@') + 1)) ?? 'localhost'
