import { toInstant } from '#base/time.ts'
import type { Address, MessageSummary, Place } from '../../contract.ts'
import type { MessageRow } from '../database.ts'

/** A row of messages as lists show it. */
export function toSummary(row: MessageRow, labels: string[]): MessageSummary {
  return {
    id: row.id,
    rev: row.rev,
    threadId: row.thread_id,
    from: row.from_name || row.from_address ? { name: row.from_name, address: row.from_address } : null,
    to: JSON.parse(row.recipients) as Address[],
    subject: row.subject,
    snippet: row.snippet,
    date: toInstant(row.date_at),
    size: row.size,
    seen: row.seen === 1,
    starred: row.starred === 1,
    answered: row.answered === 1,
    place: row.place as Place,
    hasAttachments: row.has_attachments === 1,
    labels,
  }
}
