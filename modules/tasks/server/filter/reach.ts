import type { QueryNode } from '#base/query/types.ts'
import { mayHold } from './may-hold.ts'
import { keyOf } from './names.ts'
import { toCondition, type Asking, type Builder, type Condition } from './to-condition.ts'

/**
 * How what a filter lets pass is found where it is rare. Few: other tables name these tasks. Due: an index has them beside
 * each other; alone, nothing else is asked. Words: an index tells which tasks may have them. Glance: an index has all that
 * is asked. Rows: the tasks themselves are read, in the order of the list.
 */
export type Reach =
  | { kind: 'few' }
  | { kind: 'due'; condition: (eb: Builder) => Condition; alone: boolean }
  | { kind: 'words'; mayHold: (eb: Builder) => Condition }
  | { kind: 'glance' }
  | { kind: 'rows' }

/** The reach of conditions that all must hold. */
export function reachOf(terms: readonly QueryNode[], asking: Asking): Reach {
  if (terms.some((term) => isFew(term, asking))) return { kind: 'few' }
  const due = terms.find((term) => term.kind === 'field' && term.name === 'due')
  if (due) return { kind: 'due', condition: (eb) => toCondition(eb, due, asking), alone: terms.length === 1 }
  const words = mayHold(terms)
  if (words) return { kind: 'words', mayHold: words }
  return { kind: terms.every(isAtAGlance) ? 'glance' : 'rows' }
}

function isFew(term: QueryNode, { names }: Asking): boolean {
  if (term.kind !== 'field') return false
  const { name, value } = term
  if (value.kind === 'keyword') return LOOKED_UP.has(`${name}:${value.keyword}`)
  return name === 'label' && value.kind === 'name' && names.labels.get(keyOf(value))!.few
}

const LOOKED_UP = new Set(['is:blocked', 'is:repeating', 'has:steps'])

function isAtAGlance(node: QueryNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.operands.every(isAtAGlance)
  if (node.kind === 'not') return isAtAGlance(node.operand)
  if (node.kind === 'text') return false
  return (
    AT_A_GLANCE.has(node.value.kind === 'keyword' ? `${node.name}:${node.value.keyword}` : node.name) ||
    node.name === 'status'
  )
}

/** What `tasks_task_glance` has. */
const AT_A_GLANCE = new Set([
  'project',
  'priority',
  'energy',
  'level',
  'estimate',
  'spent',
  'due',
  'start',
  'deadline',
  'is:open',
  'is:done',
  'has:due',
  'has:deadline',
  'has:project',
])
