import type { TaskStatus } from '../contract.ts'
import { wordOf } from './similar/words-of-title.ts'
import { isOpen } from './status.ts'
import { STEP } from './tree/levels.ts'

/**
 * Where a task stands in lists: every task is on exactly one shelf, so that each list walks one index. Steps stand beside
 * their task and in no other list.
 */
export type Shelf = 'open' | 'closed' | 'trash' | 'step'

/** Later than any instant: what is due at no time comes last. */
export const NEVER = Number.MAX_SAFE_INTEGER

/** The columns that lists are ordered by, derived from what a task says. */
export function listColumns(task: Shelved & { title: string; due_at: number | null }): {
  shelf: Shelf
  due_order: number
  title_word: string | null
  lane: TaskStatus | null
} {
  return { ...placeOf(task), due_order: task.due_at ?? NEVER, title_word: wordOf(task.title) }
}

/** The shelf and the lane of a task: the column of the board that it stands in, null beyond the board. */
export function placeOf(task: Shelved): { shelf: Shelf; lane: TaskStatus | null } {
  const shelf = shelfOf(task)
  return { shelf, lane: shelf === 'open' || shelf === 'closed' ? task.status : null }
}

interface Shelved {
  status: TaskStatus
  level: number
  deleted_at: number | null
}

function shelfOf({ status, level, deleted_at }: Shelved): Shelf {
  if (deleted_at !== null) return 'trash'
  if (level === STEP) return 'step'
  return isOpen(status) ? 'open' : 'closed'
}
