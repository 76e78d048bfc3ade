import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { query, type MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { chunks } from '../store/rows.ts'
import type { Box } from '../gmail/boxes.ts'
import type { EntryFilter, GmailEntry } from '../gmail/gmail-index.ts'
import { findGmail } from '../gmail/internal.ts'

export default query(findGmail, async ({ db, actor }, { connectionId, filter }) => {
  const of = { connectionId, ownerId: ownerOf(actor) }
  const { remoteIds, uids } = filter
  if (remoteIds === undefined && uids === undefined) return { entries: (await find(db, of, filter)).map(toEntry) }
  const entries: GmailEntry[] = []
  for (const part of chunks<string | number>(remoteIds ?? uids!)) {
    const narrowed = remoteIds ? { ...filter, remoteIds: part as string[] } : { ...filter, uids: part as number[] }
    entries.push(...(await find(db, of, narrowed)).map(toEntry))
  }
  return { entries }
})

type Row = MailTables['mail_gmail_message']

function find(
  db: ReadDatabase<MailTables>,
  of: { connectionId: string; ownerId: string },
  filter: EntryFilter,
): Promise<Row[]> {
  let rows = db
    .selectFrom('mail_gmail_message')
    .selectAll()
    .where('connection_id', '=', of.connectionId)
    .where('owner_id', '=', of.ownerId)
    .orderBy('uid', filter.newestFirst ? 'desc' : 'asc')
  if (filter.remoteIds) rows = rows.where('remote_id', 'in', filter.remoteIds)
  if (filter.uids) rows = rows.where('uid', 'in', filter.uids)
  if (filter.box) rows = rows.where('box', '=', filter.box)
  if (filter.after !== undefined) rows = rows.where('version', '>', filter.after)
  if (filter.from !== undefined) rows = rows.where('uid', '>=', filter.from)
  if (filter.below !== undefined) rows = rows.where('uid', '<', filter.below)
  if (filter.walk !== undefined) rows = rows.where('walk', '=', filter.walk)
  if (filter.live) rows = rows.where('gone', '=', 0)
  if (filter.limit !== undefined) rows = rows.limit(filter.limit)
  return rows.execute()
}

function toEntry(row: Row): GmailEntry {
  return {
    uid: row.uid,
    remoteId: row.remote_id,
    box: row.box as Box,
    labels: row.labels === null ? null : (JSON.parse(row.labels) as string[]),
    historyId: row.history_id,
    version: row.version,
    gone: row.gone === 1,
    walk: row.walk,
  }
}
