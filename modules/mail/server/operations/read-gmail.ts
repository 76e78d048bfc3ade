import { query, type MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import type { GmailState } from '../gmail/gmail-index.ts'
import { readGmail } from '../gmail/internal.ts'

export default query(readGmail, async ({ db, actor }, { connectionId }) => {
  const row = await db
    .selectFrom('mail_gmail_account')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
  return { state: row ? toState(row) : null }
})

function toState(row: MailTables['mail_gmail_account']): GmailState {
  return {
    rev: row.rev,
    historyId: row.history_id,
    version: row.version,
    high: row.high,
    low: row.low,
    walks: JSON.parse(row.walks) as GmailState['walks'],
    names: JSON.parse(row.names) as GmailState['names'],
    quota: row.quota === null ? null : (JSON.parse(row.quota) as GmailState['quota']),
    createdAt: row.created_at,
  }
}
