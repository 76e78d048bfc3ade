import type { DocumentRow } from '../database.ts'

/** All of a document's row. */
export const documentColumns = [
  'document',
  'kind',
  'record_id',
  'parent_id',
  'title',
  'people',
  'date_at',
  'size',
  'flags',
  'due_at',
  'keywords',
  'audience',
] as const satisfies (keyof DocumentRow)[]
