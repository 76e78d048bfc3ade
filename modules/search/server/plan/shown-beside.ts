import type { ExpressionBuilder } from 'kysely'
import type { SearchTables } from '../database.ts'
import { allOf, type Condition } from './condition.ts'
import { conditionSql } from './condition-sql.ts'
import { foundColumns, hasFlags, isVisible } from './selection.ts'

type Column = 'front.document' | 'found.document'

/**
 * The row of a document that another source names, where rows let it pass: flags, conditions, and that the person may see
 * it. Fenced, so that PostgreSQL looks rows up one by one in the order of that source, until the page is full.
 */
export function shownBeside(eb: unknown, document: Column, conditions: Condition[]) {
  const base = (eb as ExpressionBuilder<SearchTables, never>)
    .selectFrom('search_document')
    .select(foundColumns)
    .whereRef('search_document.document', '=', document as never)
    .where((row) => hasFlags(row))
    .where((row) => isVisible(row))
    .offset(0)
  const shown =
    conditions.length === 0 ? base : base.where((row) => conditionSql(row as never, allOf(conditions), 'postgres'))
  return shown.as('shown')
}
