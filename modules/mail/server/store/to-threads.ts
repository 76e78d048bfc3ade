import { toInstant } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { ThreadSummary } from '../../contract.ts'
import type { MailTables, ThreadPlaceRow } from '../database.ts'
import { attentionOf } from '../tidying/attention.ts'
import type { AttentionRow } from '../tidying/tables.ts'

/** Rows of threads in one place as lists show them, by their ids. */
export async function toThreads(
  db: ReadDatabase<MailTables>,
  rows: ThreadPlaceRow[],
): Promise<Map<string, ThreadSummary>> {
  const ids = rows.map(({ thread_id }) => thread_id)
  const labels = await labelsOfThreads(db, ids)
  const attention = rows.some(({ place }) => place === 'inbox') ? await attentionOf(db, ids) : NONE
  return new Map(
    rows.map((row) => [
      row.thread_id,
      toThread(row, [...(labels.get(row.thread_id) ?? [])], attention.get(row.thread_id)),
    ]),
  )
}

const NONE: ReadonlyMap<string, AttentionRow> = new Map()

async function labelsOfThreads(db: ReadDatabase<MailTables>, threadIds: string[]): Promise<Map<string, Set<string>>> {
  const labels = new Map<string, Set<string>>()
  if (threadIds.length === 0) return labels
  const rows = await db
    .selectFrom('mail_message')
    // Crossed, so that the threads lead: the other way round all labels of the workspace are walked.
    .crossJoin('mail_message_label')
    .select(['mail_message.thread_id', 'mail_message_label.label_id'])
    .where('mail_message.thread_id', 'in', threadIds)
    .whereRef('mail_message_label.message_id', '=', 'mail_message.id')
    .execute()
  for (const { thread_id, label_id } of rows) labels.set(thread_id, (labels.get(thread_id) ?? new Set()).add(label_id))
  return labels
}

function toThread(row: ThreadPlaceRow, labels: string[], attention: AttentionRow | undefined): ThreadSummary {
  return {
    id: row.thread_id,
    subject: row.subject,
    snippet: row.snippet,
    participants: JSON.parse(row.participants) as string[],
    date: toInstant(row.date_at),
    messages: row.messages,
    unread: row.unread,
    starred: row.starred === 1,
    answered: row.answered === 1,
    hasAttachments: row.has_attachments === 1,
    labels,
    returned: toReturned(attention),
  }
}

function toReturned(attention: AttentionRow | undefined): ThreadSummary['returned'] {
  if (!attention || attention.raised_at === null) return null
  return {
    reason: attention.reason === 'reminder' ? 'reminder' : 'snooze',
    at: toInstant(attention.raised_at),
    note: attention.note,
  }
}
