import { toInstantOrNull } from '#base/time.ts'
import { syncStatus, type SyncStatus } from '../../contract.ts'
import { query, type MailboxRow } from '../database.ts'
import { quotasOf } from '../gmail/quotas-of.ts'
import { ownerOf } from '../policy.ts'

export default query(syncStatus, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('mail_mailbox')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('state', '!=', 'gone')
    .orderBy('connection_id')
    .orderBy('path')
    .execute()
  const quotas = await quotasOf(db, ownerOf(actor))
  const accounts = [...Map.groupBy(rows, ({ connection_id }) => connection_id)]
  return { items: accounts.map(([id, of]) => ({ ...statusOf(id, of), quota: quotas.get(id) ?? null })) }
})

function statusOf(connectionId: string, rows: MailboxRow[]): Omit<SyncStatus, 'quota'> {
  const sum = (member: 'exists_count' | 'stored_count' | 'skipped_count') =>
    rows.reduce((total, row) => total + row[member], 0)
  const failing = rows.find(({ state }) => state === 'failing')
  const last = rows.map(({ last_sync_at }) => last_sync_at).filter((at) => at !== null)
  return {
    connectionId,
    state: stateOf(rows),
    mailboxes: rows.length,
    messages: sum('exists_count'),
    stored: sum('stored_count'),
    skipped: sum('skipped_count'),
    problem: failing?.problem ? (JSON.parse(failing.problem) as SyncStatus['problem']) : null,
    lastSyncAt: toInstantOrNull(last.length > 0 ? Math.max(...last) : null),
  }
}

/** What needs somebody comes first, then what is under way. */
function stateOf(rows: MailboxRow[]): SyncStatus['state'] {
  for (const state of ['failing', 'syncing', 'pending'] as const) {
    if (rows.some((row) => row.state === state)) return state
  }
  return 'synced'
}
