import type { CommandContext } from '#kernel/context.ts'
import { command, type MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { insertRow } from '../store/rows.ts'
import type { GmailEntry, GmailState } from '../gmail/gmail-index.ts'
import { keepGmail } from '../gmail/internal.ts'

export default command(keepGmail, async ({ db, actor }, { connectionId, state, entries }) => {
  const ownerId = ownerOf(actor)
  if (!(await keepState(db, connectionId, ownerId, state))) return { kept: false }
  for (const entry of entries) await keepEntry(db, connectionId, ownerId, entry)
  return { kept: true }
})

type Db = CommandContext<MailTables>['db']

async function keepState(db: Db, connectionId: string, ownerId: string, state: GmailState): Promise<boolean> {
  const columns = {
    rev: state.rev + 1,
    history_id: state.historyId,
    version: state.version,
    high: state.high,
    low: state.low,
    walks: JSON.stringify(state.walks),
    names: JSON.stringify(state.names),
    quota: state.quota && JSON.stringify(state.quota),
  }
  if (state.rev === 0) {
    const row = { connection_id: connectionId, owner_id: ownerId, created_at: state.createdAt, ...columns }
    const { numInsertedOrUpdatedRows: inserted } = await db
      .insertInto('mail_gmail_account')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return inserted === 1n
  }
  const { numUpdatedRows: updated } = await db
    .updateTable('mail_gmail_account')
    .set(columns)
    .where('connection_id', '=', connectionId)
    .where('owner_id', '=', ownerId)
    .where('rev', '=', state.rev)
    .executeTakeFirstOrThrow()
  return updated === 1n
}

async function keepEntry(db: Db, connectionId: string, ownerId: string, entry: GmailEntry): Promise<void> {
  const columns = {
    remote_id: entry.remoteId,
    box: entry.box,
    labels: entry.labels && JSON.stringify(entry.labels),
    history_id: entry.historyId,
    version: entry.version,
    gone: Number(entry.gone),
    walk: entry.walk,
  }
  const { numUpdatedRows: updated } = await db
    .updateTable('mail_gmail_message')
    .set(columns)
    .where('connection_id', '=', connectionId)
    .where('owner_id', '=', ownerId)
    .where('uid', '=', entry.uid)
    .executeTakeFirstOrThrow()
  if (updated > 0n) return
  await insertRow(db, 'mail_gmail_message', {
    connection_id: connectionId,
    uid: entry.uid,
    owner_id: ownerId,
    ...columns,
  })
}
