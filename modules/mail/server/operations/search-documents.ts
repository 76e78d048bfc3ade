import { SearchFlag, type SearchDocument } from '#modules/search/contract.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { mailSearchDocuments, type Address, type Place } from '../../contract.ts'
import { query, type MailTables, type MessageDetails, type MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { audienceOf } from '../policy.ts'
import { searchBody } from '../store/search-body.ts'

export default query(mailSearchDocuments, async ({ db }, { ids, textToo }) => {
  if (ids.length === 0) return { items: [] }
  const rows = await db
    .selectFrom('mail_message')
    .selectAll()
    .where('id', 'in', ids)
    .where('place', '!=', COPY_PLACE)
    .execute()
  const labels = await labelNames(db, ids)
  const contents = textToo ? await contentsOf(db, ids) : new Map<string, Content>()
  const files = textToo
    ? await fileNames(
        db,
        rows.filter((row) => row.has_attachments === 1).map(({ id }) => id),
      )
    : new Map<string, string[]>()
  const items = rows.map((row) => ({
    ...frame(row),
    ...textOf(row, contents.get(row.id)),
    files: (files.get(row.id) ?? []).join('\n'),
    labels: labels.get(row.id) ?? [],
  }))
  return { items }
})

interface Content {
  text: Uint8Array | null
  enclosed_text: Uint8Array | null
  details: string
  list_id: string | null
}

function frame(row: MessageRow) {
  return {
    id: row.id,
    parentId: row.thread_id,
    date: row.date_at,
    title: row.subject,
    people: row.from_name || row.from_address,
    size: row.size,
    flags: flagsOf(row),
    due: null,
    audience: audienceOf(row.owner_id),
  }
}

function flagsOf(row: MessageRow): number {
  return (
    (row.seen === 0 ? SearchFlag.unread : 0) +
    (row.starred === 1 ? SearchFlag.starred : 0) +
    (row.answered === 1 ? SearchFlag.answered : 0) +
    (row.has_attachments === 1 ? SearchFlag.attachment : 0) +
    SearchFlag[row.place as Place]
  )
}

function textOf(
  row: MessageRow,
  content: Content | undefined,
): Pick<SearchDocument, 'from' | 'to' | 'body' | 'keywords'> {
  if (!content) return { from: '', to: '', body: '', keywords: [] }
  const { to = JSON.parse(row.recipients) as Address[], cc, bcc } = JSON.parse(content.details) as MessageDetails
  const recipients = [...to, ...cc, ...bcc]
  return {
    from: `${row.from_name} ${row.from_address}`,
    to: recipients.map(({ name, address }) => `${name} ${address}`).join('\n'),
    body: searchBody(content),
    keywords: content.list_id ? [`list:${content.list_id.toLowerCase()}`] : [],
  }
}

async function contentsOf(db: ReadDatabase<MailTables>, ids: string[]): Promise<Map<string, Content>> {
  const rows = await db
    .selectFrom('mail_content')
    .select(['message_id', 'text', 'enclosed_text', 'details', 'list_id'])
    .where('message_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.message_id, row]))
}

async function fileNames(db: ReadDatabase<MailTables>, ids: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  if (ids.length === 0) return names
  const rows = await db
    .selectFrom('mail_attachment')
    .select(['message_id', 'filename'])
    .where('message_id', 'in', ids)
    .where('filename', 'is not', null)
    .execute()
  for (const { message_id, filename } of rows) names.set(message_id, [...(names.get(message_id) ?? []), filename!])
  return names
}

async function labelNames(db: ReadDatabase<MailTables>, ids: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  const rows = await db
    .selectFrom('mail_message_label')
    .innerJoin('mail_label', 'mail_label.id', 'mail_message_label.label_id')
    .select(['mail_message_label.message_id', 'mail_label.name_key'])
    .where('mail_message_label.message_id', 'in', ids)
    .execute()
  for (const { message_id, name_key } of rows) names.set(message_id, [...(names.get(message_id) ?? []), name_key])
  return names
}
