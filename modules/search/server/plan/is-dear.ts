import type { Query, Words } from '#base/query/types.ts'
import { walkQuery } from '#base/query/walk-query.ts'
import { SearchFlag } from '../../contract.ts'
import type { TextColumn } from '../database.ts'
import { beginningMark } from '../index/marks.ts'
import { columnOfField } from './full-text.ts'
import { HIDDEN_FLAGS, type Plan } from './plan-query.ts'

/** More words than this, common ones all, may each have to be followed through most of the index. */
const MANY_WORDS = 4
/** A shorter beginning that has no mark is that of thousands of words, whose documents are gathered before the first is known. */
const LONG_BEGINNING = 4

/**
 * Whether a search may take more than a few milliseconds, as far as its shape tells: it then runs on a thread. What
 * most people type, a few words with a field or a date, does not.
 */
export function isDear(plan: Plan, { where }: Query): boolean {
  if (plan.conditions.some(({ kind }) => kind !== 'words')) return true
  const hasText = plan.text !== undefined || plan.without !== undefined
  // Rows are looked up one by one until enough of them are as they should be.
  if (hasText && (plan.conditions.length > 0 || (plan.mask & ~HIDDEN_FLAGS) !== 0)) return true
  if (!hasText && (plan.mask & ~plan.value & ~HIDDEN_FLAGS) !== 0) return true
  if ((plan.value & (SearchFlag.archive | SearchFlag.inbox)) !== 0) return true
  return hasManyWords(where)
}

function hasManyWords(where: Query['where']): boolean {
  let count = 0
  let short = false
  const note = ({ words, prefix }: Words, column: TextColumn | 'anywhere') => {
    count += words.length
    const hasMark = words.length === 1 && beginningMark(words[0]!, column) !== null
    if (prefix && words.at(-1)!.length < LONG_BEGINNING && !hasMark) short = true
  }
  walkQuery(where, (node) => {
    if (node.kind === 'text') note(node, 'anywhere')
    if (node.kind === 'field' && node.value.kind === 'text') note(node.value, columnOfField[node.name] ?? 'marks')
  })
  return short || count > MANY_WORDS
}
