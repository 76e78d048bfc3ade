import { findField, type FieldTable, type FilterField, type ResolvedField, type SortField } from './field-table.ts'
import { readFieldValue } from './field-value.ts'
import type { Clock } from './read-date.ts'
import { Scanner, spanOf, type Token } from './scanner.ts'
import {
  dangling,
  emptyGroup,
  misplacedSort,
  missingItem,
  missingValue,
  nestedField,
  tooDeep,
  unclosedGroup,
  unknownField,
  unknownKey,
  unopenedGroup,
} from './syntax-faults.ts'
import { toWords } from './to-words.ts'
import type { Comparison, Query, QueryNode, SortKey, Span } from './types.ts'

/** The fields, and the moment and place of asking. */
export interface ParseOptions extends Clock {
  fields: FieldTable
}

/** How deep groups and NOT may nest. */
export const deepestQuery = 32

/** The field that the terms of `subject:(a OR b)` are for. */
type Target = { name: string; field: FilterField; op: Comparison | null }

/** Reads one query by recursive descent, as grammar.ebnf has it; what is wrong is thrown as a QueryFault. */
export class Parser {
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
    if (!atEnd) throw unopenedGroup({ position, length: 1 })
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
      if (and && (terms === 0 || this.#lacksOperand())) throw dangling('AND', and)
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
      if (this.#lacksOperand()) throw dangling('NOT', not)
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
    if (this.#scanner.atEnd) throw unclosedGroup(open)
    this.#scanner.position++
    this.#depth--
    if (!inside) throw emptyGroup(this.#since(open.position))
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
    if (target) throw nestedField(span)
    this.#scanner.position += span.length
    if (resolved) return { ...resolved, span }
    const loose = this.#scanner.atBoundary || !plainName.test(typed)
    this.#scanner.position = start
    if (loose) return null
    throw unknownField(typed, span, this.#options.fields, this.#scanner)
  }

  #fieldTerm({ name, field, op, span }: ResolvedField & { span: Span }, negated: boolean): QueryNode | null {
    if (this.#scanner.atBoundary) throw missingValue(span, this.#scanner)
    if (field.kind === 'sort') return this.#sortTerm(field, span, negated)
    const target = { name, field, op }
    if (this.#scanner.character === '(') return this.#group(target)
    return { ...this.#values(target), span: this.#since(span.position) }
  }

  #values(target: Target): QueryNode {
    const { name, field, op } = target
    const values = this.#tokens(field.kind === 'text' ? '' : ',').map((token): QueryNode => {
      return { kind: 'field', name, ...readFieldValue(field, op, token, this.#options), span: spanOf(token) }
    })
    return combine('or', values)!
  }

  #sortTerm({ keys }: SortField, span: Span, negated: boolean): null {
    if (negated || this.#depth > 0) throw misplacedSort(span)
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
      if (token.length === 0) throw missingItem(this.#scanner)
      tokens.push(token)
      if (separator === '' || this.#scanner.character !== separator) return tokens
      this.#scanner.position++
    }
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

  /** After AND or NOT: neither can an AND follow. */
  #lacksOperand(): boolean {
    return this.#atOperandEnd() || this.#scanner.match(operators.AND) !== null
  }

  #enter(span: Span): void {
    if (++this.#depth > deepestQuery) throw tooDeep(span, deepestQuery)
  }

  #since(position: number): Span {
    return { position, length: this.#scanner.position - position }
  }
}

const operators = {
  AND: /AND(?=[\s()"“”„]|$)/y,
  OR: /OR(?=[\s()"“”„]|$)/y,
  NOT: /NOT(?=[\s()"“”„]|$)/y,
}

// A second hyphen makes it text: --help is looked for more often than it is negated twice.
const negation = /-(?=[^\s)-])/y

// `http://…` and `std::vector` are text, also where a field has that name.
const namePattern = /[a-z][a-z0-9_-]*(?=:(?!:|\/\/))/iy
const plainName = /^[a-z]+(?:[_-][a-z]+)*$/i

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
