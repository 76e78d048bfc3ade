import { walkQuery } from './walk-query.ts'
import type { FieldValue, Query, QueryNode, Span, Words } from './types.ts'

/** One term as the search box shows it, and where it stands in the typed text (with its minus sign). */
export interface Chip extends Span {
  kind: 'text' | 'field' | 'sort'
  /** The canonical name of the field, `sort`, or null for text. */
  name: string | null
  value: string
  negated: boolean
}

/** The terms of a query in the order in which they were typed. */
export function describeChips({ where, sort }: Query): Chip[] {
  const chips: Chip[] = sort.map(({ key, descending, span }) => ({
    kind: 'sort',
    name: 'sort',
    value: descending ? `-${key}` : key,
    negated: false,
    ...span,
  }))
  walkQuery(where, (node, negated) => {
    const term = node.kind === 'not' ? node.operand : node
    const chip = describeTerm(term, node.kind === 'not' ? !negated : negated, node.span)
    if (!chip) return
    chips.push(chip)
    return false
  })
  return chips.sort((a, b) => a.position - b.position)
}

function describeTerm(node: QueryNode, negated: boolean, { position, length }: Span): Chip | null {
  const rest = { negated, position, length }
  if (node.kind === 'text') return { kind: 'text', name: null, value: showWords(node), ...rest }
  if (node.kind === 'field') return { kind: 'field', name: node.name, value: showValue(node.value), ...rest }
  return null
}

function showValue(value: FieldValue): string {
  if (value.kind === 'text') return showWords(value)
  if (value.kind === 'name') return value.prefix ? `${value.name}*` : value.name
  if (value.kind === 'keyword') return value.keyword
  if (value.kind === 'flag') return value.flag ? 'yes' : 'no'
  return value.written
}

function showWords({ words, phrase, prefix }: Words): string {
  const text = words.join(' ')
  return `${phrase ? `“${text}”` : text}${prefix ? '*' : ''}`
}
