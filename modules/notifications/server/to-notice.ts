import { toInstant } from '#base/time.ts'
import type { Notice } from '../contract.ts'
import type { NoticeRow } from './database.ts'

/** A notification as it is answered. */
export function toNotice(row: NoticeRow): Notice {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    detail: row.detail,
    record: row.record_kind === null ? null : { kind: row.record_kind, id: row.record_id! },
    at: toInstant(row.created_at),
    readAt: row.read_at === null ? null : toInstant(row.read_at),
  }
}
