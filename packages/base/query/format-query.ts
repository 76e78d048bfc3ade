import type { FieldNode, FieldValue, NameValue, Query, QueryNode, Words } from './types.ts'

/**
 * A query as text that reads back as the same query: by canonical names, with no more parentheses than it needs.
 * It can come out longer than what was typed, since aliases are spelt out.
 */
export function formatQuery({ where, sort }: Query): string {
  const order = sort.map(({ key, descending }) => `${descending ? '-' : ''}${key}`).join(',')
  return [where && formatNode(where), order && `sort:${order}`].filter(Boolean).join(' ')
}

function formatNode(node: QueryNode): string {
  if (node.kind === 'and') return node.operands.map((operand) => formatOperand(operand)).join(' ')
  if (node.kind === 'or') return formatAlternatives(node.operands)
  if (node.kind === 'not') return `-${formatNegated(node.operand)}`
  return node.kind === 'text' ? formatText(node) : `${node.name}:${formatValue(node.value)}`
}

function formatOperand(node: QueryNode): string {
  if (node.kind !== 'or') return formatNode(node)
  const list = formatList(node.operands)
  return list ?? `(${formatNode(node)})`
}

function formatNegated(node: QueryNode): string {
  if (node.kind === 'text' || node.kind === 'field') return formatNode(node)
  return (node.kind === 'or' && formatList(node.operands)) || `(${formatNode(node)})`
}

/** Neighbours of one field become a list: `label:a,b`. */
function formatAlternatives(nodes: readonly QueryNode[]): string {
  const runs: QueryNode[][] = []
  for (const node of nodes) {
    const run = runs.at(-1)
    if (run && formatList([...run.slice(-1), node]) !== null) run.push(node)
    else runs.push([node])
  }
  return runs.map((run) => (run.length > 1 && formatList(run)) || formatNode(run[0]!)).join(' OR ')
}

function formatList(nodes: readonly QueryNode[]): string | null {
  const first = nodes[0]
  if (first?.kind !== 'field') return null
  const listed = (node: QueryNode): node is FieldNode =>
    node.kind === 'field' && node.name === first.name && node.value.kind !== 'text'
  if (!nodes.every(listed)) return null
  return `${first.name}:${nodes.map((node) => formatValue(node.value)).join(',')}`
}

function formatValue(value: FieldValue): string {
  if (value.kind === 'text') return afterColon(formatWords(value))
  if (value.kind === 'name') return afterColon(formatName(value))
  if (value.kind === 'keyword') return value.keyword
  if (value.kind === 'flag') return value.flag ? 'yes' : 'no'
  return value.written
}

/** `name::` and `name://` are no fields. */
function afterColon(text: string): string {
  return /^(?::|\/\/)/.test(text) ? `\\${text}` : text
}

function formatName({ name, prefix }: NameValue): string {
  const text = /[\s,]/.test(name) ? quote(name) : escapeWord(name)
  return prefix ? `${text}*` : text
}

function formatText(text: Words): string {
  const formatted = formatWords(text)
  if (text.phrase) return formatted
  if (looksLikeOperator.test(formatted)) return `\\${formatted}`
  return formatted.replace(looksLikeField, '$1\\:')
}

const looksLikeOperator = /^(?:-|(?:AND|OR|NOT)(?=["“”„]|$))/

// What the reader takes for the name of a field.
const looksLikeField = /^([a-z][a-z0-9_-]*):(?!:|\/\/)/i

function formatWords({ words, phrase, prefix }: Words): string {
  const text = phrase ? quote(words.join(' ')) : escapeWord(words.join(' '))
  return prefix ? `${text}*` : text
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function escapeWord(word: string): string {
  return word.replace(/[\\()]|^["“”„]|\*$/g, '\\$&')
}
