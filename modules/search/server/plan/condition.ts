import type { Expression } from './expression.ts'

/** What is told by a document's row and keywords rather than by its text. */
export type Condition =
  | { kind: 'flags'; mask: number; value: number }
  /** It has one of these keywords. */
  | { kind: 'words'; words: string[] }
  /** It has a keyword that begins so. */
  | { kind: 'beginning'; beginning: string }
  | { kind: 'range'; column: 'date_at' | 'size' | 'due_at'; low: Bound | null; high: Bound | null }
  /** The full-text index finds it. */
  | { kind: 'match'; expression: Expression }
  | { kind: 'and'; operands: Condition[] }
  | { kind: 'or'; operands: Condition[] }
  | { kind: 'not'; operand: Condition }

export interface Bound {
  value: number
  inclusive: boolean
}

/** No document is like that. */
export const never: Condition = { kind: 'or', operands: [] }

/** All of these together. */
export function allOf(operands: Condition[]): Condition {
  return operands.length === 1 ? operands[0]! : { kind: 'and', operands }
}
