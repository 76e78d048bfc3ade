import { walkQuery } from '#base/query/walk-query.ts'
import type { Query, QueryNode } from '#base/query/types.ts'
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

  const conditions = [...clause.conditions, ...outside(placesNamed(where))]
  for (const condition of conditions) if (!narrow(plan, condition)) return null
  return plan.low > plan.high ? null : plan
}

/** What lies there is not found unless the search names the place. */
const hidden = { trash: SearchFlag.trash, junk: SearchFlag.junk } as const

/** The flags of all places that are left out of searches. */
export const HIDDEN_FLAGS: number = hidden.trash | hidden.junk

function outside(named: ReadonlySet<string>): Condition[] {
  if (named.has('anywhere')) return []
  const mask = (named.has('trash') ? 0 : hidden.trash) | (named.has('junk') ? 0 : hidden.junk)
  return mask === 0 ? [] : [{ kind: 'flags', mask, value: 0 }]
}

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

function placesNamed(where: QueryNode | null): ReadonlySet<string> {
  const places = new Set<string>()
  walkQuery(where, (node) => {
    if (node.kind === 'field' && node.name === 'in' && node.value.kind === 'keyword') places.add(node.value.keyword)
  })
  return places
}
