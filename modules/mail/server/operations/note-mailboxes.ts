import { uuidv7 } from '#base/ids.ts'
import { Failure } from '#kernel/failure.ts'
import { readConnection } from '../../../connections/contract.ts'
import { syncChanged } from '../../contract.ts'
import { command, type MailboxRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { noteMailboxes } from '../sync/internal.ts'
import type { RemoteMailbox } from '../sync/remote-store.ts'

export default command(noteMailboxes, async ({ db, actor, ask, emit, fail }, { connectionId, mailboxes }) => {
  // In the same transaction: an account that is being removed gets no mailboxes after its others are gone.
  if ((await ask(readConnection, { id: connectionId })) instanceof Failure) return fail('connection-not-found')
  const ownerId = ownerOf(actor)
  const known = await db
    .selectFrom('mail_mailbox')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('connection_id', '=', connectionId)
    .execute()
  const rows = new Map(known.map((row) => [row.path, row]))
  for (const mailbox of mailboxes) {
    const row = rows.get(mailbox.path)
    rows.delete(mailbox.path)
    if (!row) {
      await db
        .insertInto('mail_mailbox')
        .values(newRow(ownerId, connectionId, mailbox))
        .execute()
      continue
    }
    const { delimiter, role } = mailbox
    const subscribed = mailbox.subscribed ? 1 : 0
    const state = row.state === 'gone' ? 'pending' : row.state
    await db.updateTable('mail_mailbox').set({ delimiter, role, subscribed, state }).where('id', '=', row.id).execute()
  }
  for (const { id } of rows.values())
    await db.updateTable('mail_mailbox').set({ state: 'gone' }).where('id', '=', id).execute()
  emit(syncChanged, { id: connectionId })
  return {}
})

function newRow(ownerId: string, connectionId: string, { path, delimiter, role, subscribed, state }: RemoteMailbox) {
  return {
    id: uuidv7(),
    owner_id: ownerId,
    connection_id: connectionId,
    path,
    delimiter,
    role,
    uid_validity: 0,
    uid_next: 0,
    highest_modseq: null,
    exists_count: state?.exists ?? 0,
    stored_count: 0,
    skipped_count: 0,
    state: 'pending',
    oldest_uid: 0,
    window: null,
    problem: null,
    subscribed: subscribed ? 1 : 0,
    last_sync_at: null,
  } satisfies MailboxRow
}
