import type { QueryNode } from './types.ts'

/** Sees a node before its operands; `negated`: by an odd number of nodes above it. False leaves the operands out. */
export type Visit = (node: QueryNode, negated: boolean) => void | false

/** Visits every node of a condition, from the left. */
export function walkQuery(node: QueryNode | null, visit: Visit, negated = false): void {
  if (!node || visit(node, negated) === false) return
  if (node.kind === 'not') walkQuery(node.operand, visit, !negated)
  if (node.kind === 'and' || node.kind === 'or') for (const operand of node.operands) walkQuery(operand, visit, negated)
}
