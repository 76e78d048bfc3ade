import type { TextColumn } from '../database.ts'

/** What the full text of a document must be like, for either database to put in its own words. */
export type Expression =
  /** These words next to each other, in one column or in any; with `prefix` the last may go on. */
  | { kind: 'phrase'; column: TextColumn | null; text: string; prefix: boolean }
  | { kind: 'and' | 'or'; operands: Expression[] }
  /** Neither database has a negation that stands alone. */
  | { kind: 'but'; wanted: Expression; unwanted: Expression }

/** Several as one; undefined for none. */
export function joined(kind: 'and' | 'or', operands: Expression[]): Expression | undefined {
  return operands.length < 2 ? operands[0] : { kind, operands }
}
