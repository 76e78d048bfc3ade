import { messageChanged, outgoingChanged } from '../../contract.ts'
import { command } from '../database.ts'
import type { Envelope } from '../drafts/tables.ts'
import { changeOutgoing, releaseSource } from '../sending/change-outgoing.ts'
import { findOutgoing } from '../sending/find-outgoing.ts'
import { keepSent } from '../sending/internal.ts'
import { enqueuePush } from '../outbox/enqueue-push.ts'
import { entryOf } from '../outbox/record-changes.ts'
import { broughtAlready } from '../sending/sent-twins.ts'
import { storeNew } from '../store/store-new.ts'

export default command(keepSent, async (context, { id, message, blob }) => {
  const { db, actor, emit, fail, now } = context
  const row = await findOutgoing(db, actor, id)
  if (row?.state !== 'sent') return fail('outgoing-not-found')
  if (row.sent_copy !== null) return {}

  const known = await db
    .selectFrom('mail_message')
    .select('id')
    .where('owner_id', '=', row.owner_id)
    .where('hash', '=', message.hash)
    .executeTakeFirst()
  const brought = row.appends === 1 ? null : await broughtAlready(db, row)
  // Its sync may have been faster; the copy says to its owner alone who got it unseen.
  const { bcc } = JSON.parse(row.envelope) as Envelope
  const placement = { seen: true, starred: false, trashed: false, folder: null, place: 'sent' as const }
  const fresh = [{ message: { ...message, bcc }, placement, blob }]
  const origin = { ownerId: row.owner_id, importId: null, importLabel: null }
  const sentCopy = known?.id ?? brought ?? (await storeNew(context, fresh, origin))[0]!.id
  if (known) emit(messageChanged, { id: known.id })
  if (!known && !brought && row.appends === 1) {
    const entry = entryOf(row.owner_id, row.connection_id, 'append', sentCopy, { place: 'sent' }, now())
    await db.insertInto('mail_outbox').values(entry).execute()
    await enqueuePush(context, row.connection_id)
  }
  await releaseSource(context, row)
  await changeOutgoing(context, row, { sent_copy: sentCopy, source: null })
  emit(outgoingChanged, { id, state: 'sent' })
  return {}
})
