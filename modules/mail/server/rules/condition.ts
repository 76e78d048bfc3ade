import { parseQuery } from '#base/query/parse-query.ts'
import type { QueryError } from '#base/query/query-error.ts'
import type { FieldNode, NumberValue, QueryNode, Words } from '#base/query/types.ts'
import { walkQuery } from '#base/query/walk-query.ts'
import type { FailureExtra } from '#kernel/failure.ts'
import { ruleFields } from '../../contract/rule-fields.ts'
import type { MailFacts, TextFact } from './mail-facts.ts'
import { holds, wordsOf } from './words.ts'

/** A condition that was read. */
export interface Condition {
  matches(facts: MailFacts): boolean
  /** Whether it may look at the text of messages. */
  readsText: boolean
}

/** Reads a condition; what cannot be read is answered as a fault with its place, for `fail('bad-query', …)`. */
export function readCondition(
  query: string,
  connectionId: string | null,
): { condition: Condition; fault: null } | { condition: null; fault: FailureExtra } {
  const parsed = parseQuery(query, { fields: ruleFields, now: 0, timeZone: 'UTC' })
  if (!parsed.ok) return { condition: null, fault: faultOf(parsed.error) }
  const { where } = parsed.query
  if (where === null && connectionId === null) return { condition: null, fault: EMPTY }
  const fault = firstVain(where)
  if (fault) return { condition: null, fault: faultOf(fault) }
  return {
    condition: {
      readsText: readsText(where),
      matches: (facts) =>
        (connectionId === null || facts.connections.has(connectionId)) && (where === null || holdsFor(where, facts)),
    },
    fault: null,
  }
}

const EMPTY: FailureExtra = {
  detail: 'Say which mail is meant',
  errors: [{ pointer: '/query', message: 'Say which mail is meant', position: 0, length: 0 }],
}

/** The first term without a letter or a digit: what it should find is unclear, and a rule does things. */
function firstVain(where: QueryNode | null): QueryError | null {
  let vain: QueryError | null = null
  walkQuery(where, (node) => {
    const words = node.kind === 'text' ? node : node.kind === 'field' && node.value.kind === 'text' ? node.value : null
    if (words && wordsOf(words.words.join(' ')).length === 0)
      vain ??= { code: 'bad-value', message: 'There is no word to look for', ...node.span }
  })
  return vain
}

function faultOf({ message, position, length, suggestion }: QueryError): FailureExtra {
  const place = { pointer: '/query', message, position, length }
  return {
    detail: `${message} (at ${position + 1})`,
    errors: [suggestion === undefined ? place : { ...place, suggestion }],
  }
}

function readsText(where: QueryNode | null): boolean {
  let reads = false
  walkQuery(where, (node) => {
    if (node.kind === 'text' || (node.kind === 'field' && node.name === 'body')) reads = true
  })
  return reads
}

/** What is quick to look at goes first, so that texts are read only where they decide. */
function holdsFor(node: QueryNode, facts: MailFacts): boolean {
  if (node.kind === 'and') return cheapFirst(node.operands).every((operand) => holdsFor(operand, facts))
  if (node.kind === 'or') return cheapFirst(node.operands).some((operand) => holdsFor(operand, facts))
  if (node.kind === 'not') return !holdsFor(node.operand, facts)
  if (node.kind === 'text') return ANYWHERE.some((name) => holdsWords(facts, name, node))
  return fieldHolds(node, facts)
}

const ANYWHERE: TextFact[] = ['subject', 'from', 'to', 'filename', 'list', 'body']

function cheapFirst(nodes: QueryNode[]): QueryNode[] {
  return nodes.toSorted((one, other) => Number(readsText(one)) - Number(readsText(other)))
}

function fieldHolds({ name, value }: FieldNode, facts: MailFacts): boolean {
  if (value.kind === 'text') return holdsWords(facts, name === 'cc' ? 'to' : (name as TextFact), value)
  if (value.kind === 'size') return isWithin(facts.row.size, value)
  return facts.row.has_attachments === 1
}

function holdsWords(facts: MailFacts, name: TextFact, { words, prefix }: Words): boolean {
  return holds(facts.words(name), wordsOf(words.join(' ')), prefix)
}

function isWithin(size: number, { low, high }: NumberValue): boolean {
  return (
    (low === null || size > low.value || (low.inclusive && size === low.value)) &&
    (high === null || size < high.value || (high.inclusive && size === high.value))
  )
}
