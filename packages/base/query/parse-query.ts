import {
  findField,
  fieldNames,
  type FieldTable,
  type FilterField,
  type ResolvedField,
  type SortField,
} from './field-table.ts'
import { readFieldValue } from './field-value.ts'
import { QueryFault, type QueryError } from './query-error.ts'
import type { Clock } from './read-date.ts'
import { Scanner, type Token } from './scanner.ts'
import { shorten, suggest } from './suggest.ts'
import { toWords } from './to-words.ts'
import type { Comparison, Query, QueryNode, SortKey, Span } from './types.ts'

export const longestQuery = 1000
export const deepestQuery = 32

export interface ParseOptions extends Clock {
  fields: FieldTable
}

export type ParseResult = { ok: true; query: Query } | { ok: false; error: QueryError }

/**
 * Reads a query (see grammar.ebnf) in linear time. No text makes it throw; a faulty table or an unknown time zone does,
 * being the caller's mistake.
 */
export function parseQuery(text: string, options: ParseOptions): ParseResult {
  if (text.length > longestQuery) return { ok: false, error: tooLong(text) }
  try {
    return { ok: true, query: new Parser(text, options).query() }
  } catch (cause) {
    if (cause instanceof QueryFault) return { ok: false, error: cause.error }
    throw cause
  }
}

function tooLong(text: string): QueryError {
  const message = `A search has at most ${longestQuery} characters`
  return { code: 'query-too-long', message, position: longestQuery, length: text.length - longestQuery }
}

/** The field that the terms of `subject:(a OR b)` are for. */
type Target = { name: string; field: FilterField; op: Comparison | null }

class Parser {
  #scanner: Scanner
  #options: ParseOptions
  #depth = 0
  #sort: SortKey[] = []

  constructor(text: string, options: ParseOptions) {
    this.#scanner = new Scanner(text)
    this.#options = options
  }

  query(): Query {
    const where = this.#anyOf(null)
    const { atEnd, position } = this.#scanner
    if (!atEnd)
      throw new QueryFault('unopened-group', { position, length: 1 }, 'This parenthesis closes nothing', '\\)')
    return { where, sort: this.#sort }
  }

  /** Alternatives up to the end or a closing parenthesis; null where there is no condition. */
  #anyOf(target: Target | null): QueryNode | null {
    const alternatives: QueryNode[] = []
    let waiting: Span | null = null
    for (;;) {
      const operand = this.#allOf(target)
      const or = this.#operator('OR')
      const lonely = waiting ?? or
      if (!operand && lonely) throw dangling('OR', lonely)
      if (operand) alternatives.push(operand)
      if (!or) return combine('or', alternatives)
      waiting = or
    }
  }

  #allOf(target: Target | null): QueryNode | null {
    const operands: QueryNode[] = []
    let terms = 0
    for (;;) {
      const and = this.#operator('AND')
      if (and && (terms === 0 || this.#atOperandEnd())) throw dangling('AND', and)
      if (!and && this.#atOperandEnd()) return combine('and', operands)
      const clause = this.#clause(target)
      if (clause) operands.push(clause)
      terms++
    }
  }

  /** A term with its negation; null for `sort:`, which is no condition. */
  #clause(target: Target | null): QueryNode | null {
    const start = this.#scanner.position
    const not = this.#operator('NOT')
    if (not) {
      if (this.#atOperandEnd() || this.#scanner.match(operators.AND)) throw dangling('NOT', not)
      this.#enter(not)
      const operand = this.#clause(target)
      this.#depth--
      return operand && { kind: 'not', operand, span: this.#since(start) }
    }
    if (!this.#scanner.match(negation)) return this.#primary(target, false)
    this.#scanner.position++
    const operand = this.#primary(target, true)
    return operand && { kind: 'not', operand, span: this.#since(start) }
  }

  #primary(target: Target | null, negated: boolean): QueryNode | null {
    if (this.#scanner.character === '(') return this.#group(target)
    const field = this.#scanner.atQuote ? null : this.#fieldName(target)
    if (field) return this.#fieldTerm(field, negated)
    if (target) return this.#values(target)
    const token = this.#scanner.token('')
    return { kind: 'text', ...toWords(token), span: spanOf(token) }
  }

  #group(target: Target | null): QueryNode {
    const open = { position: this.#scanner.position, length: 1 }
    this.#enter(open)
    this.#scanner.position++
    const inside = this.#anyOf(target)
    if (this.#scanner.atEnd) throw new QueryFault('unclosed-group', open, 'This parenthesis is never closed')
    this.#scanner.position++
    this.#depth--
    if (!inside)
      throw new QueryFault('empty-group', this.#since(open.position), 'There is nothing between these parentheses')
    return inside
  }

  /** Takes `name:` where a field begins here. What only looks like one is text or, where it was meant, an error. */
  #fieldName(target: Target | null): (ResolvedField & { span: Span }) | null {
    const typed = this.#scanner.match(namePattern)
    if (!typed) return null
    const start = this.#scanner.position
    const span = { position: start, length: typed.length + 1 }
    const resolved = findField(this.#options.fields, typed)
    if (target && !resolved) return null
    if (target) throw new QueryFault('bad-value', span, 'A field cannot stand inside the group of another field')
    this.#scanner.position += span.length
    if (resolved) return { ...resolved, span }
    const loose = this.#scanner.atBoundary || !plainName.test(typed)
    this.#scanner.position = start
    if (loose) return null
    throw this.#unknownField(typed, span)
  }

  #unknownField(typed: string, span: Span): QueryFault {
    const meant = suggest(typed, fieldNames(this.#options.fields))
    if (meant)
      return new QueryFault('unknown-field', span, `There is no field "${typed}". Did you mean ${meant}:?`, `${meant}:`)
    const message = `There is no field "${shorten(typed)}". To search for the text, put it in quotation marks`
    this.#scanner.position += span.length
    const valueIsText = !this.#scanner.atQuote && this.#scanner.character !== '('
    this.#scanner.position = span.position
    if (!valueIsText) return new QueryFault('unknown-field', span, message)
    const token = this.#scanner.token('')
    // As it was typed, backslashes too: it may be a path.
    const typedTerm = this.#scanner.source.slice(span.position, this.#scanner.position - (token.prefix ? 1 : 0))
    const quoted = `"${typedTerm.replace(/["\\]/g, '\\$&')}"${token.prefix ? '*' : ''}`
    return new QueryFault('unknown-field', spanOf(token), message, quoted)
  }

  #fieldTerm({ name, field, op, span }: ResolvedField & { span: Span }, negated: boolean): QueryNode | null {
    if (this.#scanner.atBoundary) throw this.#missingValue(span)
    if (field.kind === 'sort') return this.#sortTerm(field, span, negated)
    const target = { name, field, op }
    if (this.#scanner.character === '(') return this.#group(target)
    return { ...this.#values(target), span: this.#since(span.position) }
  }

  #missingValue(span: Span): QueryFault {
    const typed = this.#scanner.source.slice(span.position, span.position + span.length)
    this.#scanner.skipSpace()
    const length = this.#scanner.position - span.position
    const follows = length > span.length && !this.#scanner.atBoundary
    const message = `${typed} needs a value right after the colon`
    return new QueryFault(
      'bad-value',
      follows ? { position: span.position, length } : span,
      message,
      follows ? typed : undefined,
    )
  }

  #values(target: Target): QueryNode {
    const { name, field, op } = target
    const values = this.#tokens(field.kind === 'text' ? '' : ',').map((token): QueryNode => {
      return { kind: 'field', name, ...readFieldValue(field, op, token, this.#options), span: spanOf(token) }
    })
    return combine('or', values)!
  }

  #sortTerm({ keys }: SortField, span: Span, negated: boolean): null {
    if (negated || this.#depth > 0)
      throw new QueryFault(
        'misplaced-sort',
        span,
        'The order is for the whole list: it stands outside of groups and is not negated',
      )
    for (const token of this.#tokens(',')) {
      const descending = token.text.startsWith('-')
      const typed = token.text.slice(descending ? 1 : 0).toLowerCase()
      const key = Object.keys(keys).find((candidate) => candidate === typed || keys[candidate]!.includes(typed))
      if (key === undefined) throw unknownKey(token, typed, keys)
      this.#sort.push({ key, descending, span: spanOf(token) })
    }
    return null
  }

  /** One token, or several with the separator between them. */
  #tokens(separator: string): Token[] {
    const tokens: Token[] = []
    for (;;) {
      const token = this.#scanner.token(separator)
      if (token.length === 0) throw this.#missingItem()
      tokens.push(token)
      if (separator === '' || this.#scanner.character !== separator) return tokens
      this.#scanner.position++
    }
  }

  #missingItem(): QueryFault {
    const { position, source } = this.#scanner
    return new QueryFault(
      'bad-value',
      { position: Math.min(position, source.length - 1), length: 1 },
      'A value is missing here',
    )
  }

  /** Takes the operator where it stands here as a whole word. */
  #operator(name: keyof typeof operators): Span | null {
    this.#scanner.skipSpace()
    if (!this.#scanner.match(operators[name])) return null
    const span = { position: this.#scanner.position, length: name.length }
    this.#scanner.position += name.length
    this.#scanner.skipSpace()
    return span
  }

  #atOperandEnd(): boolean {
    this.#scanner.skipSpace()
    return this.#scanner.atBoundary || this.#scanner.match(operators.OR) !== null
  }

  #enter(span: Span): void {
    if (++this.#depth > deepestQuery)
      throw new QueryFault('query-too-deep', span, `Groups nest at most ${deepestQuery} deep`)
  }

  #since(position: number): Span {
    return { position, length: this.#scanner.position - position }
  }
}

const operators = { AND: /AND(?=[\s()"“”„]|$)/y, OR: /OR(?=[\s()"“”„]|$)/y, NOT: /NOT(?=[\s()"“”„]|$)/y }

// A second hyphen makes it text: --help is looked for more often than it is negated twice.
const negation = /-(?=[^\s)-])/y

// `http://…` and `std::vector` are text, also where a field has that name.
const namePattern = /[a-z][a-z0-9_-]*(?=:(?!:|\/\/))/iy
const plainName = /^[a-z]+(?:[_-][a-z]+)*$/i

function spanOf({ position, length }: Token): Span {
  return { position, length }
}

function dangling(operator: string, span: Span): QueryFault {
  const sides = operator === 'NOT' ? 'a term after it' : 'a term on both sides'
  return new QueryFault(
    'dangling-operator',
    span,
    `${operator} needs ${sides}; to search for the word, put it in quotation marks`,
    `"${operator}"`,
  )
}

function unknownKey(token: Token, typed: string, keys: SortField['keys']): QueryFault {
  const known = Object.keys(keys)
  const meant = suggest(typed, known)
  const message = `Nothing is ordered by "${shorten(typed)}"; ${known.join(', ')} can be`
  return new QueryFault(
    'bad-value',
    spanOf(token),
    message,
    meant ? (token.text.startsWith('-') ? `-${meant}` : meant) : undefined,
  )
}

/** One node of several, without nodes of its own kind below it. */
function combine(kind: 'and' | 'or', nodes: QueryNode[]): QueryNode | null {
  const first = nodes[0]
  const last = nodes.at(-1)
  if (!first || !last) return null
  if (nodes.length === 1) return first
  const operands = nodes.flatMap((node) => (node.kind === kind ? node.operands : [node]))
  const { position } = first.span
  return { kind, operands, span: { position, length: last.span.position + last.span.length - position } }
}
