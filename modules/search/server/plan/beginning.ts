import { beginningMark } from '../index/marks.ts'
import type { Expression } from './expression.ts'

/** The mark that says as much as a phrase does, which is the short beginning of one word; null where there is none. */
export function beginningOfPhrase({ column, text, prefix }: Extract<Expression, { kind: 'phrase' }>): string | null {
  return prefix ? beginningMark(text.trim(), column ?? 'anywhere') : null
}
