import { SearchFlag, type SearchDocument } from '#modules/search/contract.ts'
import type { CaptureRow } from './database.ts'

/** A row of captures as search keeps it: its person alone finds it. */
export function toSearchDocument(row: CaptureRow, textToo: boolean): SearchDocument {
  return {
    id: row.id,
    parentId: null,
    date: row.created_at,
    title: row.title,
    people: '',
    from: '',
    to: '',
    files: '',
    body: textToo ? row.text : '',
    keywords: ['type:capture'],
    labels: [],
    size: Buffer.byteLength(row.text, 'utf8'),
    flags: row.deleted_at === null ? 0 : SearchFlag.trash,
    due: null,
    audience: [`u:${row.person_id}`],
  }
}
