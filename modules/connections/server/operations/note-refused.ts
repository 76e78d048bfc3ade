import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { connectionChanged, consentLost } from '../../contract.ts'
import { command, type ConnectionsTables } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { noteRefused } from '../internal.ts'
import { saveConnection } from '../save-connection.ts'

/** Access that was refused so soon after it was given will not be taken by asking for more of it. */
const FRESH_MILLISECONDS = 120_000

export default command(noteRefused, async ({ db, actor, emit, fail, now }, { id, reason, final }) => {
  const row = await findConnection(db, actor, id)
  if (!row) return fail('connection-not-found')
  if (row.state === 'needs-consent' || row.state === 'paused') return {}
  if (!final && (await forgetOldAccess(db, id, now() - FRESH_MILLISECONDS))) return {}

  await saveConnection(db, row, {
    state: 'needs-consent',
    problem: JSON.stringify({ code: row.provider === 'imap' ? 'login-refused' : 'needs-consent', detail: reason }),
  })
  emit(connectionChanged, { id })
  emit(consentLost, { id })
  return {}
})

/** Whether fresh access may help: what was refused is old, or forgotten already by another who was refused. */
async function forgetOldAccess(db: WriteDatabase<ConnectionsTables>, id: string, before: number): Promise<boolean> {
  const kept = await db
    .selectFrom('connections_secret')
    .select(['updated_at', 'expires_at'])
    .where('connection_id', '=', id)
    .where('kind', '=', 'access-token')
    .executeTakeFirst()
  if (!kept) return false
  if (kept.expires_at === 0) return true
  if (kept.updated_at >= before) return false
  await db
    .updateTable('connections_secret')
    .set({ expires_at: 0 })
    .where('connection_id', '=', id)
    .where('kind', '=', 'access-token')
    .execute()
  return true
}
