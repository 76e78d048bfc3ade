import { beginningOfPhrase } from './beginning.ts'
import type { Expression } from './expression.ts'

/** The expression in FTS5's syntax (sqlite.org/fts5.html, 3). Words are never read as syntax. */
export function toFts5(expression: Expression): string {
  if (expression.kind === 'but') return `(${toFts5(expression.wanted)} NOT ${toFts5(expression.unwanted)})`
  if (expression.kind !== 'phrase')
    return `(${expression.operands.map(toFts5).join(expression.kind === 'and' ? ' AND ' : ' OR ')})`
  const mark = beginningOfPhrase(expression)
  if (mark !== null) return `marks : "${mark}"`
  const { column, text, prefix } = expression
  return `${column === null ? '' : `${column} : `}"${text.replaceAll('"', '""')}"${prefix ? ' *' : ''}`
}
