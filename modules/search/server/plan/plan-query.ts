import { walkQuery } from '#base/query/walk-query.ts'
import type { FieldNode, Query, QueryNode } from '#base/query/types.ts'
import { SearchFlag } from '../../contract.ts'
import { firstNumber, lastNumber } from '../index/document-number.ts'
import { and, everything, not, or, type Clause } from './clause.ts'
import type { Bound, Condition } from './condition.ts'
import type { Expression } from './expression.ts'
import { fieldClause, textClause, type ProjectsNamed } from './field-clause.ts'
import { anywhere } from './full-text.ts'

/** How a search is answered: by the index where there is text, by rows for the rest. */
export interface Plan {
  /** What the index must find and must not find; both absent: no text is asked for. */
  text?: Expression
  without?: Expression
  /** Numbers of documents, both included. */
  low: number
  high: number
  /** `flags & mask` is `value`. */
  mask: number
  value: number
  /** What else must hold, other than flags. */
  conditions: Condition[]
  oldestFirst: boolean
}

/** Plans a search; null where nothing can match. */
export function planQuery({ where, sort }: Query, projectsNamed: ProjectsNamed): Plan | null {
  const clause = where === null ? everything : toClause(where, projectsNamed)
  if (clause === null) return null
  const plan: Plan = {
    low: 0,
    high: lastNumber,
    mask: 0,
    value: 0,
    conditions: [],
    oldestFirst: sort.some(({ descending }) => !descending),
  }
  if (clause.text !== undefined) plan.text = clause.text
  if (clause.without !== undefined) plan.without = clause.without

  // What is in the trash is not found unless the search names it.
  const conditions = [...clause.conditions, ...(namesTrash(where) ? [] : [outsideTrash])]
  for (const condition of conditions) if (!narrow(plan, condition)) return null
  return plan.low > plan.high ? null : plan
}

const outsideTrash: Condition = { kind: 'flags', mask: SearchFlag.trash, value: 0 }

function toClause(node: QueryNode, projectsNamed: ProjectsNamed): Clause | null {
  if (node.kind === 'and') return and(node.operands.map((operand) => toClause(operand, projectsNamed)))
  if (node.kind === 'or') return or(node.operands.map((operand) => toClause(operand, projectsNamed)))
  if (node.kind === 'not') return not(toClause(node.operand, projectsNamed))
  if (node.kind === 'text') return textClause(anywhere(node))
  return fieldClause(node, projectsNamed)
}

/** Makes a condition part of the plan's numbers and flags where it can; false where it contradicts them. */
function narrow(plan: Plan, condition: Condition): boolean {
  if (condition.kind === 'flags') {
    if (((plan.value ^ condition.value) & plan.mask & condition.mask) !== 0) return false
    plan.mask |= condition.mask
    plan.value |= condition.value
    return true
  }
  if (condition.kind !== 'range' || condition.column !== 'date_at') {
    plan.conditions.push(condition)
    return true
  }
  const { low, high } = condition
  if (low) plan.low = Math.max(plan.low, firstNumber(low.value))
  if (high) plan.high = Math.min(plan.high, firstNumber(high.value + (isExactHigh(high) ? 0 : 1000)) - 1)
  if ((low && !isExactLow(low)) || (high && !isExactHigh(high))) plan.conditions.push(condition)
  return true
}

// Numbers are of seconds: a bound within a second takes all of it, and rows tell the rest.
const isExactLow = ({ value, inclusive }: Bound): boolean => inclusive && value % 1000 === 0
const isExactHigh = ({ value, inclusive }: Bound): boolean => !inclusive && value % 1000 === 0

function namesTrash(where: QueryNode | null): boolean {
  let found = false
  walkQuery(where, (node) => {
    if (node.kind === 'field' && node.name === 'in') found ||= isTrashOrAll(node)
  })
  return found
}

function isTrashOrAll({ value }: FieldNode): boolean {
  return value.kind === 'keyword' && (value.keyword === 'trash' || value.keyword === 'anywhere')
}
