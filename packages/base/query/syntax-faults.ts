import { fieldNames, type FieldTable, type SortField } from './field-table.ts'
import { QueryFault } from './query-error.ts'
import { spanOf, type Scanner, type Token } from './scanner.ts'
import { shorten, suggest } from './suggest.ts'
import type { Span } from './types.ts'

// What can be wrong with the shape of a query, one function each; what is wrong with a value is said where it is read.

export function tooDeep(span: Span, deepest: number): QueryFault {
  return new QueryFault('query-too-deep', span, `Groups nest at most ${deepest} deep`)
}

export function unclosedGroup(open: Span): QueryFault {
  return new QueryFault('unclosed-group', open, 'This parenthesis is never closed')
}

export function unopenedGroup(close: Span): QueryFault {
  return new QueryFault('unopened-group', close, 'This parenthesis closes nothing', '\\)')
}

export function emptyGroup(span: Span): QueryFault {
  return new QueryFault('empty-group', span, 'There is nothing between these parentheses')
}

export function dangling(operator: string, span: Span): QueryFault {
  const sides = operator === 'NOT' ? 'a term after it' : 'a term on both sides'
  const message = `${operator} needs ${sides}; to search for the word, put it in quotation marks`
  return new QueryFault('dangling-operator', span, message, `"${operator}"`)
}

export function nestedField(span: Span): QueryFault {
  return new QueryFault('bad-value', span, 'A field cannot stand inside the group of another field')
}

export function misplacedSort(span: Span): QueryFault {
  const message = 'The order is for the whole list: it stands outside of groups and is not negated'
  return new QueryFault('misplaced-sort', span, message)
}

/** `from:` with nothing right after it. The scanner is after the colon; a space there is taken out to mend it. */
export function missingValue(span: Span, scanner: Scanner): QueryFault {
  const typed = scanner.source.slice(span.position, span.position + span.length)
  const message = `${typed} needs a value right after the colon`
  scanner.skipSpace()
  const length = scanner.position - span.position
  if (length === span.length || scanner.atBoundary) return new QueryFault('bad-value', span, message)
  return new QueryFault('bad-value', { position: span.position, length }, message, typed)
}

/** A comma without a value before or after it. The scanner is where the value should be. */
export function missingItem({ position, source }: Scanner): QueryFault {
  const span = { position: Math.min(position, source.length - 1), length: 1 }
  return new QueryFault('bad-value', span, 'A value is missing here')
}

/** `form:joel`, mended to the nearest field, or else to the text in quotation marks. The scanner is before the name. */
export function unknownField(typed: string, span: Span, fields: FieldTable, scanner: Scanner): QueryFault {
  const meant = suggest(typed, fieldNames(fields))
  const unknown = `There is no field "${shorten(typed)}".`
  if (meant) return new QueryFault('unknown-field', span, `${unknown} Did you mean ${meant}:?`, `${meant}:`)
  const message = `${unknown} To search for the text, put it in quotation marks`
  scanner.position += span.length
  if (scanner.atQuote || scanner.character === '(') return new QueryFault('unknown-field', span, message)
  scanner.position = span.position
  const token = scanner.token('')
  // As it was typed, backslashes too: it may be a path.
  const text = scanner.source.slice(span.position, scanner.position - (token.prefix ? 1 : 0))
  const quoted = `"${text.replace(/["\\]/g, '\\$&')}"${token.prefix ? '*' : ''}`
  return new QueryFault('unknown-field', spanOf(token), message, quoted)
}

/** A key that the list cannot be ordered by. */
export function unknownKey(token: Token, typed: string, keys: SortField['keys']): QueryFault {
  const known = Object.keys(keys)
  const meant = suggest(typed, known)
  const message = `Nothing is ordered by "${shorten(typed)}"; ${known.join(', ')} can be`
  const sign = token.text.startsWith('-') ? '-' : ''
  return new QueryFault('bad-value', spanOf(token), message, meant ? sign + meant : undefined)
}
