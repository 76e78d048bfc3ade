import type { ExpressionBuilder } from 'kysely'
import { prepared, slot, type Compilable } from '#kernel/database/prepared.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Actor } from '#kernel/actor.ts'
import type { DocumentRow, SearchTables } from '../database.ts'
import type { Condition } from './condition.ts'
import type { Plan } from './plan-query.ts'

export type Database = ReadDatabase<SearchTables>

/** What a page shows of a document. */
export type FoundRow = Pick<
  DocumentRow,
  'document' | 'kind' | 'record_id' | 'parent_id' | 'title' | 'people' | 'date_at'
>

/** What to select: a plan, for whom, of which kind, and the most rows. */
export interface Selection {
  plan: Plan
  actor: Actor
  kind: string | null
  limit: number
}

export const foundColumns = [
  'search_document.document',
  'search_document.kind',
  'search_document.record_id',
  'search_document.parent_id',
  'search_document.title',
  'search_document.people',
  'search_document.date_at',
] as const

/** Whether the person holds a token of the document's audience. Nearly all documents have one token: the whole column. */
export function isVisible(eb: ExpressionBuilder<SearchTables, 'search_document'>) {
  const held = eb
    .selectFrom('search_keyword')
    .select('search_keyword.word')
    .where('search_keyword.word', 'in', [slot('myWord'), slot('ourWord')])
    .whereRef('search_keyword.document', '=', 'search_document.document')
  const single = eb('search_document.audience', 'in', [slot('mine'), slot('ours')])
  return eb.or([single, eb.exists(held)])
}

/** Whether the flags are as the slots `mask` and `value` say. */
export function hasFlags(eb: ExpressionBuilder<SearchTables, 'search_document'>) {
  return eb(eb('search_document.flags', '&' as never, slot('mask')), '=', slot('value'))
}

/** What fills the slots of a statement. */
export type Values = Parameters<typeof prepared>[3]

/** Statements without conditions of their own are few and kept; the others are as many as people think of. */
export function run(
  db: Database,
  shape: string,
  conditions: Condition[],
  build: () => Compilable,
  values: Values,
): Promise<FoundRow[]> {
  return prepared<FoundRow>(db, conditions.length === 0 ? shape : null, build, values)
}
