import { parseQuery } from './parse-query.ts'
import type { QueryError } from './query-error.ts'
import { sampleFields } from './sample-fields.ts'
import type { Query, QueryNode } from './types.ts'

// A Friday; in Berlin it is summer time.
const now = Date.UTC(2026, 6, 17, 10, 30)

/** The options that the tests parse with. */
export const sampleOptions = { fields: sampleFields, now, timeZone: 'Europe/Berlin' }

/** Reads a query that has to be right. */
export function read(text: string): Query {
  const result = parseQuery(text, sampleOptions)
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`)
  return result.query
}

/** The error of a query that has to be wrong. */
export function errorOf(text: string): QueryError {
  const result = parseQuery(text, sampleOptions)
  if (result.ok) throw new Error(`${text} was read`)
  return result.error
}

/** A query without the places of its parts, to compare what two texts mean. */
export function meaning(query: Query): unknown {
  return JSON.parse(JSON.stringify(query, (key, value: unknown) => (key === 'span' ? undefined : value)))
}

/** The tree in one line: `and(from=joel, not("a b"))`. */
export function outline(node: QueryNode | null): string {
  if (!node) return 'everything'
  if (node.kind === 'not') return `not(${outline(node.operand)})`
  if (node.kind === 'text') return outlineWords(node)
  if (node.kind !== 'field') return `${node.kind}(${node.operands.map(outline).join(', ')})`
  const { name, op, value } = node
  if (value.kind === 'text') return `${name}${op}${outlineWords(value)}`
  if (value.kind === 'name') return `${name}${op}${value.name}${value.prefix ? '*' : ''}`
  if (value.kind === 'keyword') return `${name}${op}${value.keyword}`
  if (value.kind === 'flag') return `${name}${op}${value.flag}`
  const show = (bound: number): string =>
    value.kind === 'date' ? new Date(bound).toISOString().replace(/:00\.000Z$/, 'Z') : String(bound)
  const low = value.low ? `${value.low.inclusive ? '[' : '('}${show(value.low.value)}` : '('
  const high = value.high ? `${show(value.high.value)}${value.high.inclusive ? ']' : ')'}` : ')'
  return `${name} ${low}..${high}`
}

function outlineWords({ words, phrase, prefix }: { words: string[]; phrase: boolean; prefix: boolean }): string {
  return `${phrase ? `"${words.join(' ')}"` : words.join(' ')}${prefix ? '*' : ''}`
}
