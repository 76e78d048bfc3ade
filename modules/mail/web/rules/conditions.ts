import { formatQuery } from '#base/query/format-query.ts'
import { parseQuery } from '#base/query/parse-query.ts'
import type { FieldNode, FieldValue, QueryNode, Words } from '#base/query/types.ts'
import { ruleFields } from '#modules/mail/contract/rule-fields.ts'

/** What a line of the form asks about. `words` looks everywhere. */
export type Subject =
  | 'from'
  | 'to'
  | 'subject'
  | 'body'
  | 'words'
  | 'filename'
  | 'list'
  | 'attachment'
  | 'larger'
  | 'smaller'

/** One line of the form. */
export interface Condition {
  subject: Subject
  /** It must not be so. */
  negated: boolean
  /** Words, or a size such as `5M`; empty where the subject says all. */
  text: string
}

/** The lines of the form; mail must meet all of them, or any. */
export interface Conditions {
  match: 'all' | 'any'
  lines: Condition[]
}

export const emptyCondition: Condition = { subject: 'from', negated: false, text: '' }

/** The condition that lines mean, in the words of search; lines without words are left out. */
export function toQuery({ match, lines }: Conditions): string {
  const operands = lines.flatMap((line) => toNode(line) ?? [])
  const [first, ...more] = operands
  if (!first) return ''
  return formatQuery({
    where: more.length === 0 ? first : { kind: match === 'all' ? 'and' : 'or', operands, span },
    sort: [],
  })
}

/** The lines that mean a condition, or null where it says more than lines can. */
export function toConditions(query: string): Conditions | null {
  const parsed = parseQuery(query, { fields: ruleFields, now: 0, timeZone: 'UTC' })
  if (!parsed.ok || parsed.query.sort.length > 0) return null
  const { where } = parsed.query
  if (!where) return { match: 'all', lines: [] }
  const operands = where.kind === 'and' || where.kind === 'or' ? where.operands : [where]
  const lines = operands.map(toLine)
  if (!lines.every((line) => line !== null)) return null
  return { match: where.kind === 'or' ? 'any' : 'all', lines }
}

const span = { position: 0, length: 0 }

function toNode({ subject, negated, text }: Condition): QueryNode | null {
  const node = toTerm(subject, text.trim())
  return node && negated ? { kind: 'not', operand: node, span } : node
}

function toTerm(subject: Subject, text: string): QueryNode | null {
  if (subject === 'attachment') return field('has', { kind: 'keyword', keyword: 'attachment' })
  if (text === '') return null
  if (subject === 'larger' || subject === 'smaller') {
    // Written as it is typed: whether that is a size is for the server to say, with the place.
    const written = `${subject === 'larger' ? '>' : '<'}${text.replace(/\s+/g, '')}`
    return field('size', { kind: 'size', low: null, high: null, written })
  }
  const words = toWords(text)
  if (!words) return null
  return subject === 'words' ? { kind: 'text', ...words, span } : field(subject, { kind: 'text', ...words })
}

const field = (name: string, value: FieldValue): FieldNode => ({ kind: 'field', name, op: '=', value, span })

// Several words stand together; a star at the end lets the last one go on.
function toWords(text: string): Words | null {
  const plain = text.replace(/["“”„]/g, ' ').trim()
  const prefix = plain.endsWith('*')
  const words = plain.replace(/\*+$/, '').split(/\s+/).filter(Boolean)
  return words.length === 0 ? null : { words, phrase: words.length > 1, prefix }
}

function toLine(node: QueryNode): Condition | null {
  if (node.kind === 'not') {
    const line = toLine(node.operand)
    return line && !line.negated ? { ...line, negated: true } : null
  }
  if (node.kind === 'text') return { subject: 'words', negated: false, text: fromWords(node) }
  return node.kind === 'field' ? fieldLine(node) : null
}

function fieldLine({ name, value }: FieldNode): Condition | null {
  if (value.kind === 'keyword') return { subject: 'attachment', negated: false, text: '' }
  if (value.kind === 'text') {
    return { subject: name === 'cc' ? 'to' : (name as Subject), negated: false, text: fromWords(value) }
  }
  const size = value.kind === 'size' ? /^([<>])([^<>=.]+(?:\.\d+[^.]*)?)$/.exec(value.written) : null
  return size && { subject: size[1] === '>' ? 'larger' : 'smaller', negated: false, text: size[2]! }
}

const fromWords = ({ words, prefix }: Words): string => `${words.join(' ')}${prefix ? '*' : ''}`
