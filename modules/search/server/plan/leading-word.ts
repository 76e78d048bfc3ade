import { SearchFlag } from '../../contract.ts'
import type { Condition } from './condition.ts'
import type { Plan } from './plan-query.ts'

/** The keyword to walk by, and the condition that it makes good. */
export function leadingWord({ conditions, mask, value }: Plan): { word: string; condition: Condition | null } | null {
  const condition = conditions.find((each) => each.kind === 'words' && each.words.length === 1)
  if (condition?.kind === 'words') return { word: condition.words[0]!, condition }
  const flag = leadingFlags.find(([bit]) => (mask & value & bit) !== 0)
  return flag ? { word: flag[1], condition: null } : null
}

/** The rarest first, as mailboxes go. */
const leadingFlags: [number, string][] = [
  [SearchFlag.starred, 'is:starred'],
  [SearchFlag.drafts, 'in:drafts'],
  [SearchFlag.trash, 'in:trash'],
  [SearchFlag.junk, 'in:junk'],
  [SearchFlag.done, 'is:done'],
  [SearchFlag.answered, 'is:answered'],
  [SearchFlag.attachment, 'has:attachment'],
  [SearchFlag.sent, 'in:sent'],
  [SearchFlag.unread, 'is:unread'],
]
