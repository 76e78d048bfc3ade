import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Transaction } from '#kernel/database/port.ts'
import { match, vectorMatch } from '#kernel/database/raw.ts'
import type { SearchTables } from '../database.ts'
import type { Condition } from './condition.ts'
import type { Expression as TextExpression } from './expression.ts'
import { toFts5 } from './to-fts5.ts'
import { toTsquery } from './to-tsquery.ts'

type Dialect = Transaction['dialect']
type Builder = ExpressionBuilder<SearchTables, 'search_document'>
type Expression = ExpressionWrapper<SearchTables, 'search_document', SqlBool>

/** A condition as SQL over the row of a document. */
export function conditionSql(eb: Builder, condition: Condition, dialect: Dialect): Expression {
  if (condition.kind === 'and') return eb.and(condition.operands.map((operand) => conditionSql(eb, operand, dialect)))
  if (condition.kind === 'or') return eb.or(condition.operands.map((operand) => conditionSql(eb, operand, dialect)))
  if (condition.kind === 'not') return eb.not(conditionSql(eb, condition.operand, dialect))
  if (condition.kind === 'flags')
    return eb(eb('search_document.flags', '&' as never, condition.mask), '=', condition.value as never) as Expression
  if (condition.kind === 'match') return eb('search_document.document', 'in', found(eb, condition.expression, dialect))
  if (condition.kind === 'range') return rangeSql(eb, condition)
  return hasWord(eb, condition)
}

/** One of some keywords, or one that begins so. */
export function hasWord(eb: Builder, condition: Extract<Condition, { kind: 'words' | 'beginning' }>): Expression {
  const rows = eb
    .selectFrom('search_keyword')
    .select('search_keyword.word')
    .whereRef('search_keyword.document', '=', 'search_document.document')
  if (condition.kind === 'words') return eb.exists(rows.where('search_keyword.word', 'in', condition.words))
  const { beginning } = condition
  return eb.exists(
    rows.where('search_keyword.word', '>=', beginning).where('search_keyword.word', '<', `${beginning}\u{10FFFF}`),
  )
}

/** What the index finds, as a list of its own. The document beside it is one the person may see. */
function found(eb: Builder, expression: TextExpression, dialect: Dialect) {
  if (dialect === 'sqlite') {
    return eb
      .selectFrom('search_index')
      .select('search_index.rowid as document')
      .where(match('search_index', toFts5(expression)))
  }
  return eb
    .selectFrom('search_vector')
    .select('search_vector.document')
    .where(vectorMatch('search_vector.words', toTsquery(expression)))
}

/** A row without a value is outside every range, also of a range that is negated. */
function rangeSql(eb: Builder, { column, low, high }: Extract<Condition, { kind: 'range' }>): Expression {
  const parts = [eb(`search_document.${column}`, 'is not', null)]
  if (low) parts.push(eb(`search_document.${column}`, low.inclusive ? '>=' : '>', low.value))
  if (high) parts.push(eb(`search_document.${column}`, high.inclusive ? '<=' : '<', high.value))
  return eb.and(parts)
}
