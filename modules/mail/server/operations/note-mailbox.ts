import { syncChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findMailbox } from '../sync/find-mailbox.ts'
import { noteMailbox } from '../sync/internal.ts'

export default command(noteMailbox, async ({ db, actor, emit, fail, now }, { id, problem, synced, ...to }) => {
  const row = await findMailbox(db, actor, id)
  if (!row) return fail('mailbox-not-found')
  await db
    .updateTable('mail_mailbox')
    .set({
      ...(to.uidValidity !== undefined && { uid_validity: to.uidValidity }),
      ...(to.uidNext !== undefined && { uid_next: to.uidNext }),
      ...(to.highestModseq !== undefined && { highest_modseq: to.highestModseq }),
      ...(to.exists !== undefined && { exists_count: to.exists }),
      ...(to.oldestUid !== undefined && { oldest_uid: to.oldestUid }),
      ...(to.window !== undefined && { window: to.window }),
      ...(to.state !== undefined && { state: to.state }),
      ...(problem !== undefined && { problem: problem && JSON.stringify(problem) }),
      ...(synced && { last_sync_at: now() }),
    })
    .where('id', '=', id)
    .execute()
  if (to.state !== undefined && to.state !== row.state) emit(syncChanged, { id: row.connection_id })
  return {}
})
